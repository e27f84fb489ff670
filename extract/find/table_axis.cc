// How much a line of names looks like the things compared.
#include <algorithm>

#include "corpus/text.h"
#include "extract/find/names.h"
#include "extract/find/table_reading.h"

namespace versus {

AxisEvidence evidence_for_axis(const std::vector<std::string>& names, const TableContext& context) {
  AxisEvidence evidence;
  double sum = 0;
  int counted = 0;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    ++counted;
    if (looks_like_prose(base_name(name))) continue;
    if (int subject = context.subjects.find(name); subject >= 0) {
      bool compared = context.subjects.all[static_cast<std::size_t>(subject)].compared;
      sum += compared ? 1.0 : 0.8;
      evidence.compared += compared;
      ++evidence.known;
    } else if (context.vocabulary.find_entity(name)) {
      sum += 0.8;
      ++evidence.known;
    } else {
      std::vector<SubjectMention> mentions = context.subjects.find_mentions(name);
      bool leads = !mentions.empty() && mentions.front().begin <= 1 && split_words(name).size() <= 6;
      if (leads) {
        sum += 0.5;
        ++evidence.known;
      }
    }
  }
  evidence.share = counted > 0 ? sum / counted : 0;
  return evidence;
}

std::string reason_against(const std::vector<std::string>& heads, const TableContext& context) {
  if (heads.empty()) return "it has no heads";
  const Vocabulary& vocabulary = context.vocabulary;
  if (vocabulary.has_word("non-comparison-header", name_key(heads[0])))
    return "it lists things under '" + heads[0] + "'";
  bool all_details = heads.size() > 1;
  for (std::size_t i = 1; i < heads.size(); ++i) {
    std::string key = name_key(heads[i]);
    if (!vocabulary.has_word("detail-header", key) && !key.empty()) all_details = false;
  }
  if (all_details) return "its heads describe listed things";
  return {};
}

}  // namespace versus
