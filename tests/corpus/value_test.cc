#include "corpus/value.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace versus {
namespace {

// "rating 4.5 of 0-5", "range 3..5 ms", "number ~45 kB", "yes"
std::string describe(const Value& value) {
  std::string out(value_type_name(value.type));
  if (value.number) out += " " + value.bound + value.number->to_string();
  if (value.high) out += ".." + value.high->to_string();
  if (!value.unit.empty()) out += " " + value.unit;
  if (value.scale) out += " of " + value.scale->low.to_string() + "-" + value.scale->high.to_string();
  return out;
}

struct Form {
  const char* text;
  const char* value;
};

constexpr auto kForms = std::to_array<Form>({
    // missing is not empty
    {"", "text"},
    {"n/a", "missing"},
    {"N/A", "missing"},
    {"-", "missing"},
    {"–", "missing"},
    {"—", "missing"},
    {"---", "missing"},
    {"?", "missing"},
    {"TBD", "missing"},
    {"tba", "missing"},
    {"Unknown", "missing"},
    {"not applicable", "missing"},
    {"k. A.", "missing"},
    {"keine Angabe", "missing"},
    {"н/д", "missing"},
    {"不明", "missing"},
    {"…", "missing"},
    {"N/A [2]", "missing"},
    // yes
    {"Yes", "yes"},
    {"yes.", "yes"},
    {"YES!", "yes"},
    {"Yes¹", "yes"},
    {"Yes [1]", "yes"},
    {"Yes*", "yes"},
    {"Yes (Newly Added)", "yes"},
    {"Yes, via plugin", "yes"},
    {"Yes - with a plugin", "yes"},
    {"Yes with plugins", "yes"},
    {"Yes since 1.2", "yes"},
    {"\"Yes\"", "yes"},
    {"true", "yes"},
    {"Supported", "yes"},
    {"Fully supported", "yes"},
    {"Full", "yes"},
    {"Ja", "yes"},
    {"Ja, mit Erweiterung", "yes"},
    {"oui", "yes"},
    {"Sí", "yes"},
    {"sim", "yes"},
    {"да", "yes"},
    {"はい", "yes"},
    {"支持", "yes"},
    {"✅", "yes"},
    {"✔️", "yes"},
    {"✓", "yes"},
    {"☑", "yes"},
    {"✅ Yes, via plugin", "yes"},
    {"✅ rustic_core", "yes"},
    {"Yes ✅", "yes"},
    {"✔ 45 kB", "yes"},
    {"👍", "yes"},
    {"🟢", "yes"},
    {":white_check_mark:", "yes"},
    {":heavy_check_mark: native", "yes"},
    {":+1:", "yes"},
    {":material-check-all: Yes", "yes"},
    {":material-check-all:{.green} Yes", "yes"},
    {":fa-check:", "yes"},
    // no
    {"No", "no"},
    {"no.", "no"},
    {"No (Linux only)", "no"},
    {"NO(because it has constraints)", "no"},
    {"No, but planned", "no"},
    {"No – not yet", "no"},
    {"None", "no"},
    {"false", "no"},
    {"Not supported", "no"},
    {"Unsupported", "no"},
    {"not available", "no"},
    {"Not yet", "no"},
    {"Nein", "no"},
    {"non", "no"},
    {"não", "no"},
    {"нет", "no"},
    {"いいえ", "no"},
    {"不支持", "no"},
    {"❌", "no"},
    {"✗", "no"},
    {"✘", "no"},
    {"✖️", "no"},
    {"×", "no"},
    {"🚫", "no"},
    {"❌ Not yet", "no"},
    {":x:", "no"},
    {":x: no downloads", "no"},
    {":no_entry:", "no"},
    {":-1:", "no"},
    {":material-close: No", "no"},
    {"🔴", "no"},
    // partial
    {"Partial", "partial"},
    {"partially", "partial"},
    {"Partial (only reads)", "partial"},
    {"Partial support", "partial"},
    {"Limited", "partial"},
    {"limited support", "partial"},
    {"Some", "partial"},
    {"Yes (limited)", "partial"},
    {"Yes, partially", "partial"},
    {"Yes and no", "partial"},
    {"Yes/No", "partial"},
    {"Yes, but limited", "partial"},
    {"Experimental", "partial"},
    {"WIP", "partial"},
    {"teilweise", "partial"},
    {"Partiel", "partial"},
    {"parcialmente", "partial"},
    {"частично", "partial"},
    {"部分支持", "partial"},
    {"⚠️", "partial"},
    {"⚠️ needs a plugin", "partial"},
    {"🟡", "partial"},
    {"◐", "partial"},
    {"~", "partial"},
    {"+/-", "partial"},
    {"±", "partial"},
    {"(✅)", "partial"},
    {"(✓) 57%", "partial"},
    {"✅/❌", "partial"},
    {"✅ ❌", "partial"},
    {":warning:", "partial"},
    {"✅ (limited)", "partial"},
    // ratings
    {"9/10", "rating 9 of 0-10"},
    {"9 / 10", "rating 9 of 0-10"},
    {"8.5/10", "rating 8.5 of 0-10"},
    {"8,5/10", "rating 8.5 of 0-10"},
    {"10/10 (best)", "rating 10 of 0-10"},
    {"4/5", "rating 4 of 0-5"},
    {"85/100", "rating 85 of 0-100"},
    {"4.5 out of 5", "rating 4.5 of 0-5"},
    {"4.5 out of 5 stars", "rating 4.5 of 0-5"},
    {"3 out of 4", "rating 3 of 0-4"},
    {"8.5 (of 10)", "rating 8.5 of 0-10"},
    {"7 von 10", "rating 7 of 0-10"},
    {"7 sur 10", "rating 7 of 0-10"},
    {"8-9/10", "rating 8..9 of 0-10"},
    {"9/10 - excellent", "rating 9 of 0-10"},
    {"Excellent (9/10)", "rating 9 of 0-10"},
    {"Score: 8.5/10", "rating 8.5 of 0-10"},
    {"~8/10", "rating 8 of 0-10"},
    {"★★★☆☆", "rating 3 of 0-5"},
    {"★★★★★", "rating 5 of 0-5"},
    {"★★★½☆", "rating 3.5 of 0-5"},
    {"★★★★½", "rating 4.5 of 0-5"},
    {"⭐⭐⭐⭐", "rating 4 of 0-5"},
    {"⭐️⭐️⭐️", "rating 3 of 0-5"},
    {"⭐ ⭐ ⭐", "rating 3 of 0-5"},
    {"⭐⭐⭐⭐ Very good", "rating 4 of 0-5"},
    {"⭐⭐⭐⭐ (4/5)", "rating 4 of 0-5"},
    {":star::star::star:", "rating 3 of 0-5"},
    {":star: :star: :star: :star:", "rating 4 of 0-5"},
    {"☆☆☆☆☆", "rating 0 of 0-5"},
    {"●●●○○", "rating 3 of 0-5"},
    {"■■□□□", "rating 2 of 0-5"},
    {"████░", "rating 4 of 0-5"},
    {"4 stars", "rating 4 of 0-5"},
    {"4.5★", "rating 4.5 of 0-5"},
    {"⭐ 4.5", "rating 4.5 of 0-5"},
    {"5 stars", "rating 5 of 0-5"},
    {"+ + +", "rating 3"},
    {"+++", "rating 3"},
    {"++", "rating 2"},
    {"💡💡💡", "rating 3"},
    {":bulb: :bulb:", "rating 2"},
    {"🔥🔥", "rating 2"},
    // numbers
    {"9", "number 9"},
    {"0.5", "number 0.5"},
    {".5", "number 0.5"},
    {"-5", "number -5"},
    {"−5", "number -5"},
    {"1,234", "number 1234"},
    {"1,234,567", "number 1234567"},
    {"1,234.5", "number 1234.5"},
    {"1.234,5", "number 1234.5"},
    {"1.234.567", "number 1234567"},
    {"1 234 567", "number 1234567"},
    {"1'234", "number 1234"},
    {"4,5", "number 4.5"},
    {"0,123", "number 0.123"},
    {"1e6", "number 1000000"},
    {"~45 kB", "number ~45 kB"},
    {"45KB", "number 45 kB"},
    {"45 KB (gzipped)", "number 45 kB"},
    {"45 kB gzipped", "number 45 kB"},
    {"1.2M ops/s", "number 1200000 ops/s"},
    {"1.2M", "number 1200000"},
    {"226K", "number 226000"},
    {"226K stars", "number 226000 stars"},
    {"14K+", "number >=14000"},
    {"50+", "number >=50"},
    {"200+ services", "number >=200 services"},
    {"31 regions", "number 31 regions"},
    {"2.3x", "number 2.3 x"},
    {"2.3× faster", "number 2.3 x"},
    {"5x slower than Rust", "number 5 x"},
    {"100 ms", "number 100 ms"},
    {"0.003s", "number 0.003 s"},
    {"15 µs", "number 15 µs"},
    {"10 seconds", "number 10 s"},
    {"5 min", "number 5 min"},
    {"2 hours", "number 2 h"},
    {"30 days", "number 30 d"},
    {"57%", "number 57 %"},
    {"57% in core", "number 57 %"},
    {"99.9 %", "number 99.9 %"},
    {"50 percent", "number 50 %"},
    {"100 MB/s", "number 100 MB/s"},
    {"10,000 req/s", "number 10000 req/s"},
    {"5000 requests per second", "number 5000 requests/s"},
    {"1 Gbps", "number 1 Gbit/s"},
    {"$10", "number 10 $"},
    {"$10/month", "number 10 $/month"},
    {"$10 per month", "number 10 $/month"},
    {"$9.99/mo", "number 9.99 $/month"},
    {"$12/user/month", "number 12 $/user/month"},
    {"10 €", "number 10 €"},
    {"€1.000,50", "number 1000.5 €"},
    {"10 USD", "number 10 $"},
    {"~$80B annually", "number ~80000000000 $"},
    {"$5m", "number 5000000 $"},
    {"3 million", "number 3000000"},
    {"1,5 Mio.", "number 1500000"},
    {"2013", "number 2013"},
    {"~32% (largest)", "number ~32 %"},
    {"3.5 GHz", "number 3.5 GHz"},
    {"🟢 45 ms", "number 45 ms"},
    {"12 [3]", "number 12"},
    {"12*", "number 12"},
    {"10 m²", "number 10 m²"},
    // bounds and ranges
    {"<100", "number <100"},
    {"< 1 ms", "number <1 ms"},
    {"≤ 10", "number <=10"},
    {">= 3", "number >=3"},
    {">1,000", "number >1000"},
    {"up to 10 GB", "number <=10 GB"},
    {"at least 3", "number >=3"},
    {"more than 100", "number >100"},
    {"less than 5 minutes", "number <5 min"},
    {"about 20", "number ~20"},
    {"ca. 20 kg", "number ~20 kg"},
    {"bis zu 5", "number <=5"},
    {"from $5", "number >=5 $"},
    {"3-5", "range 3..5"},
    {"3–5 ms", "range 3..5 ms"},
    {"1–10ms (p99)", "range 1..10 ms"},
    {"10 to 20 GB", "range 10..20 GB"},
    {"between 3 and 5", "range 3..5"},
    {"1-2M", "range 1000000..2000000"},
    {"6-12 months", "range 6..12 month"},
    {"$10-$20", "range 10..20 $"},
    {"10% - 20%", "range 10..20 %"},
    {"10 ms to 20 ms", "range 10..20 ms"},
    {"~1–5ms", "range ~1..5 ms"},
    {"1MB default (configurable up to ~1GB)", "number 1 MB"},
    {"288 GB HBM3e", "number 288 GB"},
    {"255 (since v0.9)", "number 255"},
    // text
    {"24 hours - 365 days", "text"},
    {"3K msg/s (standard), 300 (FIFO)", "text"},
    {"163ms (full) 115ms (incremental)", "text"},
    {"Medium", "text"},
    {"High", "text"},
    {"🟢 Low", "text"},
    {"🚀 Very fast", "text"},
    {"No limit", "text"},
    {"No built-in support", "text"},
    {"Nothing", "text"},
    {"Yesterday", "text"},
    {"Notable", "text"},
    {"64-bit", "text"},
    {"3rd party", "text"},
    {"2 phase commit", "text"},
    {"1.2.3", "text"},
    {"v2.0", "text"},
    {"3.x", "text"},
    {"127.0.0.1", "text"},
    {"2024-01-05", "text"},
    {"24/7", "text"},
    {"9/10/2020", "text"},
    {"10:30", "text"},
    {"Python 3", "text"},
    {"C++", "text"},
    {"x", "text"},
    {"Full-text search", "text"},
    {"Available as a plugin", "text"},
    {"Some packages", "text"},
    {"Native", "text"},
    {"★ Recommended", "text"},
    {"TF Hub", "text"},
    {"12 was the year when everything changed for us", "text"},
    {"O(n²)", "text"},
    {"+ fast", "text"},
});
static_assert(kForms.size() >= 200);

TEST(Value, Forms) {
  for (const Form& form : kForms) EXPECT_EQ(describe(parse_value(form.text)), form.value) << "for: " << form.text;
}

TEST(Value, DecimalsAreExact) {
  EXPECT_EQ(parse_decimal("8.53")->digits, 853);
  EXPECT_EQ(parse_decimal("8.53")->decimals, 2);
  EXPECT_EQ(compare(*parse_decimal("8.50"), *parse_decimal("8.5")), 0);
  EXPECT_EQ(compare(*parse_decimal("-1"), *parse_decimal("0.1")), -1);
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum = add(sum, *parse_decimal("0.1"));
  EXPECT_EQ(compare(sum, {1, 0}), 0);
  EXPECT_EQ(sum.to_string(), "1");
  EXPECT_EQ((Decimal{-5, 2}).to_string(), "-0.05");
  EXPECT_EQ((Decimal{1234567891, 8}).to_string(), "12.345679");
  EXPECT_DOUBLE_EQ((Decimal{853, 2}).to_double(), 8.53);
}

TEST(Value, ParseDecimalTakesNothingElse) {
  for (const char* text : {"", ".", "-", "1.", "1,5", " 1", "1 ", "1e5", "1.2.3", "12345678901234567890", "--1", "½"})
    EXPECT_FALSE(parse_decimal(text).has_value()) << text;
}

TEST(Value, FootnoteMarksAreSplitOff) {
  for (auto [text, rest] : std::to_array<Form>({{"Yes [1]", "Yes"},
                                                {"Yes[1][2]", "Yes"},
                                                {"Yes¹²", "Yes"},
                                                {"No*", "No"},
                                                {"No †", "No"},
                                                {"fast {3}", "fast"},
                                                {"10 m²", "10 m²"},
                                                {"C*", "C"},
                                                {"*", "*"},
                                                {"[1]", "[1]"},
                                                {"10^6", "10^6"},
                                                {"plain", "plain"},
                                                {"", ""}}))
    EXPECT_EQ(strip_footnote_marks(text), rest) << text;
}

struct ScaleForm {
  const char* header;
  const char* scale;  // "" for none
  const char* name;   // what is left when the decoration is cut out
};

TEST(Value, ScalesInHeaders) {
  for (const ScaleForm& form : std::to_array<ScaleForm>({
           {"Oak (Rating 1-10)", "1-10", "Oak "},
           {"Oak (out of 5)", "0-5", "Oak "},
           {"Oak (1-10)", "1-10", "Oak "},
           {"Score (1–5)", "1-5", "Score "},
           {"Score [0-100]", "0-100", "Score "},
           {"Oak (/10)", "0-10", "Oak "},
           {"Oak (x/10)", "0-10", "Oak "},
           {"Oak /10", "0-10", "Oak "},
           {"Rating 1 to 5", "1-5", ""},
           {"Oak (score out of 10)", "0-10", "Oak "},
           {"Oak (scale of 1 to 7)", "1-7", "Oak "},
           {"Oak (1-5, higher is better)", "1-5", "Oak "},
           {"Oak (max. 100)", "0-100", "Oak "},
           {"Oak (5 stars)", "0-5", "Oak "},
           {"Oak (0-5 stars)", "0-5", "Oak "},
           {"Bewertung (1-10)", "1-10", "Bewertung "},
           {"Oak (sur 10)", "0-10", "Oak "},
           {"Score (%)", "0-100", "Score "},
           {"criteria [0-5]", "0-5", "criteria "},
           {"Oak", "", "Oak"},
           {"Oak (2020-2023)", "", "Oak (2020-2023)"},
           {"Oak (3.x)", "", "Oak (3.x)"},
           {"Oak 2", "", "Oak 2"},
           {"Share (%)", "", "Share (%)"},
           {"Client/Server", "", "Client/Server"},
           {"Oak (2-3)", "", "Oak (2-3)"},
           {"", "", ""},
       })) {
    auto found = find_scale(form.header);
    std::string scale = found ? found->scale.low.to_string() + "-" + found->scale.high.to_string() : "";
    std::string name = form.header;
    if (found) name.erase(found->begin, found->end - found->begin);
    EXPECT_EQ(scale, form.scale) << form.header;
    EXPECT_EQ(name, form.name) << form.header;
  }
}

TEST(Value, AnyBytesAreValidInput) {
  for (const char* text : {"\xFF",  "\xE2\x98", "((((",     "////",  "1/0", "0/0", "999999999999999999999",
                           "1e9e9", ":",        "::::",     "★\xFF", "$",   "$$",  "%",
                           "~~",    "+",        "++++++++", "-.",    "1,",  "(",   ")",
                           "[",     "9/",       "/9",       "e"})
    EXPECT_NO_FATAL_FAILURE(parse_value(text)) << text;
  EXPECT_EQ(parse_value(std::string(100'000, '9')).type, ValueType::text);
}

}  // namespace
}  // namespace versus
