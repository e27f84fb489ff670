# Writes the weights as a C++ source: -DFOLDER=... -DOUTPUT=...
file(READ ${FOLDER}/pairs.int8 bytes HEX)
file(STRINGS ${FOLDER}/pairs.scale scale LIMIT_COUNT 1)
file(STRINGS ${FOLDER}/confidence.txt confidence REGEX "^[^#]")
list(JOIN confidence ", " confidence)
string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUTPUT} "#include \"extract/find/claims/confidence.h\"

namespace versus {
namespace {
const unsigned char kWeights[] = {
${bytes}};
static_assert(sizeof(kWeights) == kPairLabels * kPairBuckets);
}  // namespace

std::span<const std::int8_t> shipped_pair_weights() {
  return {reinterpret_cast<const std::int8_t*>(kWeights), sizeof(kWeights)};
}
double shipped_pair_scale() { return ${scale}; }

namespace {
const double kConfidence[] = {${confidence}};
static_assert(sizeof(kConfidence) == kConfidenceInputs * sizeof(double));
}  // namespace

std::span<const double> shipped_confidence_weights() { return kConfidence; }

}  // namespace versus
")
