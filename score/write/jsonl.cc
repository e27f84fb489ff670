#include "score/json_text.h"
#include "score/write/write.h"

namespace versus {
namespace {

struct AppendField {
  std::string& out;
  void operator()(std::monostate) const { out += "null"; }
  void operator()(const std::string& text) const { append_json_string(out, text); }
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(const Number& number) const { out += number.text; }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(const Json& json) const { out += json.text; }
};

}  // namespace

std::string to_jsonl(const TableView& table) {
  std::string out;
  for (std::size_t row = 0; row < table.n_rows; ++row) {
    JsonObject object(out);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      object.start(table.columns[column].name);
      std::visit(AppendField{out}, table.field(row, column));
    }
    object.close();
    out += '\n';
  }
  return out;
}

}  // namespace versus
