// datapackage.json: what is in the folder, for programs that read Frictionless Data Package 2.0.
#include <algorithm>
#include <charconv>
#include <map>

#include "score/json_text.h"
#include "score/write/write.h"

namespace versus {
namespace {

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::string: return "string";
    case ColumnType::integer: return "integer";
    case ColumnType::number: return "number";
    case ColumnType::boolean: return "boolean";
    case ColumnType::list: return "array";
  }
  return "string";
}

void append_names(std::string& out, const std::vector<std::string_view>& names) {
  append_json_list(out, names, [&](std::string_view name) { append_json_string(out, name); });
}

void append_field(std::string& out, const ColumnInfo& column, bool is_unique) {
  JsonObject field(out);
  field.add("name", column.name).add("type", type_name(column.type));
  if (!column.description.empty()) field.add("description", column.description);
  if (column.is_required || is_unique) {
    field.start("constraints");
    JsonObject constraints(out);
    if (column.is_required) constraints.add("required", true);
    if (is_unique) constraints.add("unique", true);
    constraints.close();
  }
  field.close();
}

void append_schema(std::string& out, const TableView& table, const std::map<std::string_view, std::string_view>& keys) {
  JsonObject schema(out);
  schema.add("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
  schema.start("fields");
  append_json_list(out, table.columns, [&](const ColumnInfo& column) {
    append_field(out, column, table.primary_key.size() == 1 && table.primary_key.front() == column.name);
  });
  schema.start("missingValues");
  append_names(out, {""});
  if (!table.primary_key.empty()) {
    schema.start("primaryKey");
    append_names(out, table.primary_key);
  }
  std::vector<const ColumnInfo*> foreign;
  for (const ColumnInfo& column : table.columns) {
    if (!column.references.empty()) foreign.push_back(&column);
  }
  if (!foreign.empty()) {
    schema.start("foreignKeys");
    append_json_list(out, foreign, [&](const ColumnInfo* column) {
      JsonObject key(out);
      key.start("fields");
      append_names(out, {column->name});
      key.start("reference");
      JsonObject reference(out);
      if (column->references != table.name) reference.add("resource", column->references);
      reference.start("fields");
      append_names(out, {keys.at(column->references)});
      reference.close();
      key.close();
    });
  }
  schema.close();
}

void append_text_schema(std::string& out, const std::vector<std::string>& columns) {
  JsonObject schema(out);
  schema.add("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
  schema.start("fields");
  append_json_list(out, columns,
                   [&](const std::string& name) { JsonObject(out).add("name", name).add("type", "string").close(); });
  schema.close();
}

void append_file(JsonObject& resource, const WrittenFile& file) {
  resource.add("path", file.name).add("mediatype", file.media);
  if (file.media != "application/vnd.sqlite3") resource.add("encoding", "utf-8");
  if (!file.sha256.empty()) resource.add("bytes", file.bytes).add("hash", "sha256:" + file.sha256);
}

void append_dialect(std::string& out) {
  JsonObject dialect(out);
  dialect.add("$schema", "https://datapackage.org/profiles/2.0/tabledialect.json");
  dialect.add("delimiter", ",").add("lineTerminator", "\n").add("quoteChar", "\"").add("doubleQuote", true);
  dialect.add("header", true).close();
}

std::string fraction(double value) {  // shortest text that reads back as the same number
  char digits[40];
  return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

void append_settings(std::string& out, const Config& config) {
  JsonObject settings(out);
  settings.add_raw("number_tolerance", fraction(config.number_tolerance));
  settings.add_raw("rating_gap", fraction(config.rating_gap)).add_raw("near_copy", fraction(config.near_copy));
  settings.add("bootstrap", config.bootstrap).add("seed", config.seed);
  settings.start("tie_words");
  append_json_list(out, config.tie_words, [&](const std::string& word) { append_json_string(out, word); });
  settings.start("weights");
  JsonObject weights(out);
  for (const auto& [source, weight] : config.source_weights) weights.add_raw(source, fraction(weight));
  weights.close();
  settings.close();
}

std::string resource_name(std::string_view file) {
  std::string out(file);
  std::replace(out.begin(), out.end(), '.', '-');
  return out;
}

}  // namespace

std::string to_datapackage(const Dataset& dataset, const std::vector<WrittenFile>& files) {
  const Config& config = dataset.config;
  std::vector<TableView> tables = tables_of(dataset);
  std::map<std::string_view, std::string_view> keys;
  for (const TableView& table : tables) {
    if (table.primary_key.size() == 1) keys[table.name] = table.primary_key.front();
  }
  std::string out;
  JsonObject package(out);
  package.add("$schema", "https://datapackage.org/profiles/2.0/datapackage.json").add("name", config.name);
  auto add_text = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) package.add(key, text);
  };
  add_text("title", config.title);
  add_text("description", config.description);
  add_text("homepage", config.homepage);
  add_text("version", config.version);
  if (!config.license.empty()) {
    package.start("licenses");
    out += '[';
    JsonObject license(out);
    license.add("name", config.license).close();
    out += ']';
  }
  package.start("versus");  // what the dataset was made with; read_dataset reads it back
  append_settings(out, config);
  package.start("resources");
  append_json_list(out, files, [&](const WrittenFile& file) {
    auto table = std::find_if(tables.begin(), tables.end(),
                              [&](const TableView& t) { return file.name == std::string(t.name) + ".csv"; });
    JsonObject resource(out);
    resource.add("$schema", "https://datapackage.org/profiles/2.0/dataresource.json");
    if (!file.columns.empty()) {
      resource.add("name", resource_name(file.name)).add("type", "table");
      append_file(resource, file);
      resource.start("dialect"), append_dialect(out);
      resource.start("schema"), append_text_schema(out, file.columns);
    } else if (table == tables.end()) {
      resource.add("name", resource_name(file.name));
      append_file(resource, file);
    } else {
      resource.add("name", table->name).add("type", "table").add("description", table->description);
      append_file(resource, file);
      resource.start("dialect"), append_dialect(out);
      resource.start("schema"), append_schema(out, *table, keys);
    }
    resource.close();
  });
  package.close();
  out += '\n';
  return out;
}

}  // namespace versus
