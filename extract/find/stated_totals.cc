// Scores that the article computed itself, said in a line: "Overall: Keras 8.35, PyTorch 8.53", "Total score - A:
// 41/50, B: 38/50". (Totals in tables and in lists are found there.)
#include <optional>

#include "corpus/text.h"
#include "extract/find/finder.h"
#include "extract/find/list_context.h"
#include "extract/find/names.h"
#include "extract/find/table_values.h"

namespace versus {
namespace {

struct Score {
  std::string entity;
  Part value;
};

/// The number right behind a name, at most a colon, dash, "=", "with" or "at" between.
std::optional<Part> number_behind(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i < text.size() && (text[i] == ' ' || text[i] == ':' || text[i] == '=' || text[i] == '(' || text[i] == '-'))
    ++i;
  for (std::string_view word : {"with ", "at ", "scores ", "scored ", "gets "})
    if (text.substr(i, word.size()) == word) i += word.size();
  std::size_t begin = i;
  while (i < text.size() && (std::isdigit(static_cast<unsigned char>(text[i])) || text[i] == '.' || text[i] == '/'))
    ++i;
  while (i > begin && (text[i - 1] == '.' || text[i - 1] == '/')) --i;
  if (i == begin || (i < text.size() && (std::isalpha(static_cast<unsigned char>(text[i])) || text[i] == '%')))
    return std::nullopt;
  return Part{begin, i};
}

std::optional<Scale> scale_of_ratings(const std::vector<FeatureRow>& rows) {
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    if (row->kind == RowKind::rating && row->scale) return row->scale;
  return std::nullopt;
}

}  // namespace

void find_stated_totals(const FindContext& context, FindState& state) {
  for (const ListLine& line : read_lines(context.document)) {
    if (line.kind == ListLine::Kind::heading || line.label.empty() || line.rest.empty()) continue;
    std::size_t index = static_cast<std::size_t>(line.block);
    if (state.block_used[index]) continue;
    const Block& block = context.document.blocks[index];
    std::string_view text = block.text.text();
    std::string_view label = text.substr(line.label.begin, line.label.end - line.label.begin);
    if (!is_word_of(context.vocabulary, "total-row", label)) continue;
    std::vector<Score> scores;
    std::string_view rest = text.substr(line.rest.begin, line.rest.end - line.rest.begin);
    for (const SubjectMention& mention : context.subjects.find_mentions(rest)) {
      std::optional<Part> number = number_behind(rest, mention.end);
      if (!number) continue;
      scores.push_back({std::string(rest.substr(mention.begin, mention.end - mention.begin)),
                        {line.rest.begin + number->begin, line.rest.begin + number->end}});
    }
    if (scores.size() < 2) continue;
    for (const Score& score : scores) {
      FeatureRow row;
      row.kind = RowKind::stated_total;
      row.entity = score.entity;
      row.feature = std::string(label);
      row.section = context.outline.section_of(line.block);
      row.value = block.text.substr(score.value.begin, score.value.end);
      row.scale = judge_value(row.value.text(), {std::string(label)}).scale;
      if (!row.scale) row.scale = scale_of_ratings(state.findings.rows);
      row.finder = "stated-total";
      row.evidence = evidence_of(row.value, 0, row.value.size(), block.line);
      state.add_row(std::move(row));
      state.block_used[index] = 1;
    }
  }
}

}  // namespace versus
