#include "corpus/vocabulary_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpus/diagnostic.h"
#include "corpus/text.h"

namespace versus {
namespace {

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  while (true) {
    std::size_t end = line.find('\t', begin);
    cells.push_back(fold_space(line.substr(begin, end == std::string_view::npos ? end : end - begin)));
    if (end == std::string_view::npos) return cells;
    begin = end + 1;
  }
}

}  // namespace

std::vector<VocabularyFile> read_vocabulary_folder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) throw Error(fmt::format("{}: not a folder", folder.string()));
  std::vector<VocabularyFile> files;
  for (const fs::path& part : {fs::path("."), fs::path("entities"), fs::path("features"), fs::path("words")}) {
    fs::path inside = part == "." ? folder : folder / part;
    if (!fs::is_directory(inside, error)) continue;
    for (const auto& entry : fs::directory_iterator(inside)) {
      if (entry.path().extension() != ".tsv" || !entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      if (!in) throw Error(fmt::format("{}: cannot be read", entry.path().string()));
      std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      fs::path name = part == "." ? entry.path().filename() : part / entry.path().filename();
      files.push_back({name.generic_string(), std::move(text)});
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

int TsvTable::column(std::string_view name) const {
  auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

TsvTable parse_tsv(const VocabularyFile& file) {
  auto fail = [&](int line, const std::string& what) { throw Error(fmt::format("{}:{}: {}", file.path, line, what)); };
  TsvTable table;
  std::string_view rest = file.text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (int number = 1; !rest.empty(); ++number) {
    std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!is_valid_utf8(line)) fail(number, "not UTF-8");
    std::vector<std::string> cells = split_cells(line);
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) continue;
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].empty()) fail(number, fmt::format("column {} has no name", i + 1));
        if (table.column(table.columns[i]) != static_cast<int>(i)) {
          fail(number, fmt::format("two columns are called '{}'", table.columns[i]));
        }
      }
      continue;
    }
    while (cells.size() > table.columns.size() && cells.back().empty()) cells.pop_back();
    if (cells.size() > table.columns.size()) {
      fail(number, fmt::format("{} cells for {} columns", cells.size(), table.columns.size()));
    }
    cells.resize(table.columns.size());
    table.lines.push_back({number, std::move(cells)});
  }
  return table;
}

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> items;
  while (!cell.empty()) {
    std::size_t end = cell.find(';');
    std::string item = fold_space(cell.substr(0, end));
    if (!item.empty()) items.push_back(std::move(item));
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return items;
}

}  // namespace versus
