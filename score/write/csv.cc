#include "score/write/matrix_csv.h"

namespace versus {
void append_csv_text(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

namespace {

struct AppendField {
  std::string& out;
  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { append_csv_text(out, text); }
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(const Number& number) const { out += number.text; }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(const Json& json) const { append_csv_text(out, json.text); }
};

}  // namespace

std::string to_csv(const TableView& table) {
  std::string out;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column > 0) out += ',';
    append_csv_text(out, table.columns[column].name);
  }
  out += '\n';
  for (std::size_t row = 0; row < table.n_rows; ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (column > 0) out += ',';
      std::visit(AppendField{out}, table.field(row, column));
    }
    out += '\n';
  }
  return out;
}

}  // namespace versus
