#include <fmt/format.h>

#include "corpus/text.h"
#include "score/write/report_parts.h"

namespace versus {

ReportIndex::ReportIndex(const Dataset& of) : dataset(of) {
  for (const DocumentRecord& document : of.documents) documents[document.doc_id] = &document;
  for (const RowRecord& row : of.rows) rows[row.row_id] = &row;
  for (const EntityRecord& record : of.entities) entities[record.entity_id] = record.label;
  for (const FeatureRecord& record : of.features) features[record.feature_id] = record.label;
}

std::string ReportIndex::entity(const std::string& id) const {
  auto found = entities.find(id);
  return found == entities.end() ? id : found->second;
}

std::string ReportIndex::feature(const std::string& id) const {
  auto found = features.find(id);
  return found == features.end() ? id : found->second;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (char c : strip_control(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

namespace {

/// Percent-encodes all but letters, digits, '.', '_' and '~': '-', ',' and '&' mean something in a text fragment.
std::string percent_encode(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

constexpr std::size_t kShortQuote = 100;  // bytes
constexpr int kFragmentWords = 5;

}  // namespace

std::string text_fragment(std::string_view quote) {
  if (quote.empty()) return "";
  if (quote.size() <= kShortQuote) return "#:~:text=" + percent_encode(quote);
  std::size_t first = 0, last = quote.size();
  for (int i = 0; i < kFragmentWords; ++i) {
    first = std::min(quote.find(' ', first + (i > 0 ? 1 : 0)), quote.size());
    last = quote.rfind(' ', last - 1);
    if (first >= quote.size() || last == std::string_view::npos || last <= first)
      return "#:~:text=" + percent_encode(quote);
  }
  return "#:~:text=" + percent_encode(quote.substr(0, first)) + "," + percent_encode(quote.substr(last + 1));
}

std::string quote_link(const RowRecord& row, const ReportIndex& index) {
  auto found = index.documents.find(row.doc_id);
  std::string place = fmt::format("{}:{}", row.source, row.line);
  bool is_web = found != index.documents.end() &&
                (found->second->url.starts_with("https://") || found->second->url.starts_with("http://"));
  if (!is_web) return fmt::format("<a href=\"#{}\">{}</a>", escape_html(row.doc_id), escape_html(place));
  std::string url = found->second->url.substr(0, found->second->url.find('#'));
  return fmt::format("<a href=\"{}\">{}</a>", escape_html(url + text_fragment(row.quote)), escape_html(place));
}

std::string quote_item(const RowRecord& row, const ReportIndex& index) {
  std::string words = row.kind;
  if (!row.direction.empty() && row.direction != "attribute") {
    words = row.direction == "equal" ? fmt::format("{}: tie", row.kind)
                                     : fmt::format("{}: {} {}", row.kind, row.entity, row.direction);
    if (!row.opponent.empty()) words += (row.direction == "equal" ? " with " : " than ") + row.opponent;
  }
  if (row.hedged) words += ", hedged";
  return fmt::format("<li><span class=\"k\">{}</span> <q>{}</q> {}</li>", escape_html(words), escape_html(row.quote),
                     quote_link(row, index));
}

}  // namespace versus
