#include <fmt/format.h>

#include <algorithm>

#include "corpus/text.h"
#include "score/json_text.h"
#include "tools/versus/print_diff.h"

namespace versus {
namespace {

char sign_of_kind(SourceDiffKind kind) {
  switch (kind) {
    case SourceDiffKind::contradict:
    case SourceDiffKind::fact: return 'x';
    case SourceDiffKind::differ: return '~';
    case SourceDiffKind::related: return '.';
    case SourceDiffKind::only_left: return '-';
    case SourceDiffKind::only_right: return '+';
    case SourceDiffKind::text_only:
    case SourceDiffKind::agree:
    case SourceDiffKind::fact_agree: return '=';
  }
  return ' ';
}

const RowRecord* rating_of(const SourceSide& side, const std::string& entity) {
  for (const RowRecord* row : side.rows) {
    if (row->kind == "rating" && row->entity_id == entity) return row;
  }
  return nullptr;
}

/// "Keras 9 > PyTorch 8", "Keras", "tie", or the values: "Keras: yes; PyTorch: no".
std::string words_of(const SourceSide& side, const SourceDiff& diff) {
  if (side.result) {
    const RowRecord *a = rating_of(side, diff.entity_a), *b = rating_of(side, diff.entity_b);
    if (a && b) {
      if (*side.result < 0) return fmt::format("{} {} > {} {}", diff.label_b, b->value, diff.label_a, a->value);
      return fmt::format("{} {} {} {} {}", diff.label_a, a->value, *side.result > 0 ? ">" : "=", diff.label_b,
                         b->value);
    }
    return *side.result > 0 ? diff.label_a : *side.result < 0 ? diff.label_b : "tie";
  }
  std::string out;
  for (const RowRecord* row : side.rows) {
    if (row->kind != "text" || out.find(row->entity + ": ") != std::string::npos) continue;
    out += (out.empty() ? "" : "; ") + row->entity + ": " + row->value;
  }
  return out.empty() && !side.rows.empty() ? side.rows.front()->value : out;
}

std::string place_of(const SourceSide& side) {
  return side.rows.empty() ? "" : fmt::format("line {}", side.rows.front()->line);
}

std::string quote_of(const SourceSide& side, const Dataset& dataset) {
  return side.rows.empty() ? "" : quoted_line(*side.rows.front(), dataset);
}

bool is_wanted(const SourceDiffLine& line, const SourceDiff& diff, const DiffPrint& how) {
  if (!how.only.empty() && !how.only.count(std::string(kind_name(line.kind)))) return false;
  if (!matches_feature(how, line.feature_id, line.feature)) return false;
  return how.entity_id.empty() || how.entity_id == diff.entity_a || how.entity_id == diff.entity_b;
}

/// "4 agree, 1 contradict, 1 differ, 5/8 related, 6 only left, 6 only right"
std::string counts(const SourceDiff& diff, bool claims_alone) {
  using K = SourceDiffKind;
  std::vector<std::string> parts;
  auto add = [&](K kind, const char* words, bool always) {
    std::size_t n = diff.count(kind, claims_alone);
    if (n > 0 || (always && !claims_alone)) parts.push_back(fmt::format("{} {}", n, words));
  };
  add(K::agree, "agree", true);
  add(K::contradict, "contradict", true);
  add(K::differ, "differ", true);
  add(K::fact, "differing facts", false);
  add(K::fact_agree, "same facts", false);
  add(K::text_only, "text only", false);
  std::size_t left = diff.count(K::related, claims_alone, true), right = diff.count(K::related, claims_alone, false);
  if (left + right > 0 || !claims_alone)
    parts.push_back(fmt::format("{} related ({} left, {} right)", left + right, left, right));
  add(K::only_left, "only left", true);
  add(K::only_right, "only right", true);
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string first_line(const SourceDiff& diff) {
  std::string out = fmt::format("{} against {}, {} and {}: {}", diff.left, diff.right, diff.label_a, diff.label_b,
                                counts(diff, false));
  std::string claims = counts(diff, true);
  if (!claims.empty()) out += fmt::format("; from claims alone: {}", claims);
  return out;
}

void append_side(std::string& out, const char* name, const SourceSide& side, const SourceDiff& diff,
                 const Dataset& dataset) {
  out += strip_control(fmt::format("    {:<6} {:<44} {}\n", name, words_of(side, diff), place_of(side)));
  out += strip_control(fmt::format("           \"{}\"\n", quote_of(side, dataset)));
}

void append_line(std::string& out, const SourceDiffLine& line, const SourceDiff& diff, const Dataset& dataset,
                 const DiffPrint& how) {
  char sign = sign_of_kind(line.kind);
  std::string title = fmt::format("{} {}", sign, line.feature);
  std::string words(kind_name(line.kind));
  if (line.claims_alone) words += ", claims alone";
  if (!line.related.empty()) words += fmt::format(" to {}", fmt::join(line.related, ", "));
  out += painted(how, sign, fmt::format("{:<32}  {}", title, words)) + '\n';
  bool one_sided = line.left.rows.empty() || line.right.rows.empty();
  if (!one_sided || !line.left.rows.empty()) append_side(out, "left", line.left, diff, dataset);
  if (!one_sided || !line.right.rows.empty()) append_side(out, "right", line.right, diff, dataset);
}

std::string as_text(const SourceDiff& diff, const Dataset& dataset, const DiffPrint& how) {
  std::string out = strip_control(first_line(diff)) + "\n";
  if (how.brief) return out;
  out += '\n';
  for (const SourceDiffLine& line : diff.lines) {
    if (is_wanted(line, diff, how)) append_line(out, line, diff, dataset, how);
  }
  return out;
}

std::string cell(const std::string& text) {
  std::string out;
  for (char c : strip_control(text)) {
    if (c == '|' || c == '<' || c == '`' || c == '*' || c == '_' || c == '[') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string as_markdown(const SourceDiff& diff, const Dataset& dataset, const DiffPrint& how) {
  std::string out = cell(first_line(diff)) + "\n";
  if (how.brief) return out;
  out += fmt::format("\n| | feature | {} | {} |\n|---|---|---|---|\n", cell(diff.left), cell(diff.right));
  for (const SourceDiffLine& line : diff.lines) {
    if (!is_wanted(line, diff, how)) continue;
    auto side = [&](const SourceSide& s) {
      if (s.rows.empty()) return std::string();
      return fmt::format("{} ({}: \"{}\")", cell(words_of(s, diff)), place_of(s), cell(quote_of(s, dataset)));
    };
    out += fmt::format("| {}{} | {} | {} | {} |\n", kind_name(line.kind), line.claims_alone ? ", claims alone" : "",
                       cell(line.feature), side(line.left), side(line.right));
  }
  return out;
}

void append_side_json(std::string& out, const SourceSide& side, const SourceDiff& diff, const Dataset& dataset) {
  if (side.rows.empty()) {
    out += "null";
    return;
  }
  JsonObject object(out);
  if (side.result) {
    object.add("result", *side.result > 0 ? diff.entity_a : *side.result < 0 ? diff.entity_b : "tie");
  } else {
    object.add_raw("result", "null");
  }
  object.add("words", words_of(side, diff)).add("line", side.rows.front()->line);
  object.add("quote", quote_of(side, dataset));
  object.start("rows");
  append_json_list(out, side.rows, [&](const RowRecord* row) { append_json_string(out, row->row_id); });
  object.close();
}

std::string as_jsonl(const SourceDiff& diff, const Dataset& dataset, const DiffPrint& how) {
  std::string out;
  for (const SourceDiffLine& line : diff.lines) {
    if (!is_wanted(line, diff, how)) continue;
    JsonObject object(out);
    object.add("op", kind_name(line.kind)).add("feature_id", line.feature_id).add("feature", line.feature);
    object.add("entity_a", diff.entity_a).add("entity_b", diff.entity_b).add("claims_alone", line.claims_alone);
    object.start("left"), append_side_json(out, line.left, diff, dataset);
    object.start("right"), append_side_json(out, line.right, diff, dataset);
    object.start("related");
    append_json_list(out, line.related, [&](const std::string& label) { append_json_string(out, label); });
    object.close();
    out += '\n';
  }
  return out;
}

}  // namespace

std::string print(const SourceDiff& diff, const Dataset& dataset, const DiffPrint& how) {
  if (diff.lines.empty()) return "";
  switch (how.format) {
    case DiffFormat::text: return as_text(diff, dataset, how);
    case DiffFormat::markdown: return as_markdown(diff, dataset, how);
    case DiffFormat::jsonl: return as_jsonl(diff, dataset, how);
  }
  return "";
}

}  // namespace versus
