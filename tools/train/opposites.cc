#include "tools/train/opposites.h"

#include <array>
#include <cctype>

namespace versus {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kOpposites = {{
    {"better", "worse"},      {"faster", "slower"},    {"easier", "harder"},   {"more", "less"},
    {"superior", "inferior"}, {"cheaper", "pricier"},  {"quicker", "laggier"}, {"simpler", "trickier"},
    {"safer", "riskier"},     {"stronger", "weaker"},  {"cleaner", "messier"}, {"nicer", "uglier"},
    {"lighter", "heavier"},   {"cooler", "lamer"},     {"smarter", "dumber"},  {"richer", "poorer"},
    {"higher", "lower"},      {"greater", "lesser"},   {"larger", "smaller"},  {"outperforms", "underperforms"},
    {"beats", "trails"},      {"smoother", "rougher"}, {"newer", "older"},     {"quieter", "louder"},
}};

std::string_view opposite(std::string_view word) {
  for (const auto& [good, bad] : kOpposites) {
    if (word == good) return bad;
    if (word == bad) return good;
  }
  return {};
}

}  // namespace

Turned turn_comparatives(std::string_view sentence, const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  Turned out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < sentence.size();) {
    if (next < places.size() && i >= places[next].first) {
      std::size_t begin = out.sentence.size();
      out.sentence += sentence.substr(places[next].first, places[next].second - places[next].first);
      out.places.emplace_back(begin, out.sentence.size());
      i = std::max(i + 1, places[next].second);
      ++next;
      continue;
    }
    if (!std::isalpha(static_cast<unsigned char>(sentence[i]))) {
      out.sentence += sentence[i++];
      continue;
    }
    std::size_t end = i;
    std::string lower;
    while (end < sentence.size() && std::isalpha(static_cast<unsigned char>(sentence[end])) &&
           !(next < places.size() && end >= places[next].first))
      lower += static_cast<char>(std::tolower(static_cast<unsigned char>(sentence[end++])));
    std::string_view turned = opposite(lower);
    out.changed = out.changed || !turned.empty();
    out.sentence += turned.empty() ? sentence.substr(i, end - i) : turned;
    i = end;
  }
  return out;
}

}  // namespace versus
