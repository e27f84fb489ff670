#include "corpus/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string_view>

#include "corpus/formats.h"
#include "corpus/glob.h"
#include "corpus/text.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

// File names are bytes, names in a dataset are UTF-8: what is not is written as %FF.
std::string to_name(const fs::path& path) {
  std::string bytes = path.generic_string(), name;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t begin = i;
    char32_t c = next_code_point(bytes, i);
    if (c == U'\uFFFD' && i - begin == 1)
      name += fmt::format("%{:02X}", static_cast<unsigned char>(bytes[begin]));
    else
      name.append(bytes, begin, i - begin);
  }
  return name;
}

struct Found {
  fs::path file;       // to open
  fs::path canonical;  // the same for every way to the file
  fs::path above;      // the argument's folder, in full: where longer names come from
  fs::path below;      // relative to it
};

class Walker {
 public:
  explicit Walker(const WalkOptions& options) : options_(options) {}

  void add_argument(const fs::path& argument) {
    std::error_code error;
    if (argument == "-") {
      found_.push_back({argument, argument, {}, argument});
      return;
    }
    fs::file_status status = fs::status(argument, error);
    if (!fs::exists(status))
      throw Error(fmt::format("{}: {}", argument.string(), error ? error.message() : "No such file or directory"));
    fs::path full = fs::canonical(argument, error);
    if (error) full = fs::absolute(argument);
    if (fs::is_directory(status)) {
      above_ = full;
      walk_folder(argument, {}, {full});
    } else {  // a pipe or a device is as good as a file when a person names it
      found_.push_back({argument, full, full.parent_path(), argument.filename()});
    }
  }

  WalkResult result() {
    WalkResult result;
    result.problems = std::move(problems_);
    keep_each_file_once();
    name_files(result.files);
    std::sort(result.files.begin(), result.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.source < b.source; });
    auto key = [](const WalkProblem& problem) { return std::tie(problem.source, problem.diagnostic.code); };
    std::sort(result.problems.begin(), result.problems.end(),
              [&](const WalkProblem& a, const WalkProblem& b) { return key(a) < key(b); });
    result.problems.erase(std::unique(result.problems.begin(), result.problems.end(),
                                      [&](const WalkProblem& a, const WalkProblem& b) { return key(a) == key(b); }),
                          result.problems.end());
    return result;
  }

 private:
  void report(const fs::path& below, Severity severity, std::string code, std::string message) {
    problems_.push_back({below.empty() ? "." : to_name(below), {severity, 0, std::move(code), std::move(message)}});
  }

  bool is_excluded(const fs::path& below) const {
    std::string name = below.generic_string();
    return std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](const std::string& glob) {
      return matches_glob(glob, name) || (glob.ends_with('/') && matches_glob(glob.substr(0, glob.size() - 1), name));
    });
  }

  bool is_included(const fs::path& below) const {
    std::string name = below.generic_string();
    return std::any_of(options_.include.begin(), options_.include.end(),
                       [&](const std::string& glob) { return matches_glob(glob, name); });
  }

  // `inside`: the canonical folders from the argument down to here; one that comes again is a loop.
  void walk_folder(const fs::path& folder, const fs::path& below, const std::vector<fs::path>& inside) {
    std::error_code error;
    std::vector<fs::path> names;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
      names.push_back(entries->path().filename());
    if (error) report(below, Severity::error, "unreadable", "cannot be read: " + error.message());
    std::sort(names.begin(), names.end());
    if (is_dataset(folder)) return;
    std::set<fs::path> all(names.begin(), names.end());
    for (const fs::path& name : names)
      if (!name.native().starts_with('.') && name != "CVS") visit(folder / name, below / name, all, inside);
  }

  void visit(const fs::path& path, const fs::path& below, const std::set<fs::path>& siblings,
             const std::vector<fs::path>& inside) {
    if (is_excluded(below)) return;
    std::error_code error;
    fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      if (is_companion(below.filename(), siblings)) return;
      fs::path full = fs::canonical(path, error);
      if (error) return report(below, Severity::error, "unreadable", "cannot be read: " + error.message());
      if (std::find(inside.begin(), inside.end(), full) != inside.end())
        return report(below, Severity::warning, "directory-loop", "a link to a folder above it; not followed");
      std::vector<fs::path> deeper = inside;
      deeper.push_back(full);
      walk_folder(path, below, deeper);
    } else if (fs::is_regular_file(status)) {
      visit_file(path, below);
    } else if (error) {
      report(below, Severity::error, "unreadable", "cannot be read: " + error.message());
    } else {
      report(below, Severity::note, "not-a-file", "neither a file nor a folder; not used");
    }
  }

  void visit_file(const fs::path& path, const fs::path& below) {
    std::error_code error;
    if (options_.include.empty() ? is_read(path, below) : is_included(below))
      found_.push_back({path, fs::canonical(path, error), above_, below});
  }

  // Without --include: the formats we read, and web pages under another name ("index.php", "Keras vs Caffe").
  bool is_read(const fs::path& path, const fs::path& below) {
    std::string format = format_of_name(below.native());
    if (media_of_format(format)) return true;
    if (is_unread_document(format)) {
      report(below, Severity::warning, "format-not-read", fmt::format("format not read: {}", format));
      return false;
    }
    char head[4096];
    std::ifstream input(path, std::ios::binary);
    input.read(head, sizeof head);
    std::string_view bytes(head, static_cast<std::size_t>(input.gcount()));
    if (looks_like_html(bytes) || (format.empty() && !bytes.empty() && is_text(bytes))) return true;
    report(below, Severity::note, "format-not-read",
           fmt::format("format not read: {}", format.empty() ? "no ending, not text" : to_name(format)));
    return false;
  }

  static bool is_text(std::string_view bytes) {
    for (int cut = 0; cut < 4 && !bytes.empty(); ++cut, bytes.remove_suffix(1))  // the head may end within a character
      if (is_valid_utf8(bytes)) return bytes.find('\0') == std::string_view::npos;
    return false;
  }

  // "Keras vs Caffe_files" beside "Keras vs Caffe.html": the page's images and scripts.
  static bool is_companion(const fs::path& folder, const std::set<fs::path>& siblings) {
    constexpr std::string_view kEnding = "_files";
    const std::string& name = folder.native();
    if (!name.ends_with(kEnding)) return false;
    std::string page = name.substr(0, name.size() - kEnding.size());
    for (const char* ending : {".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", ".mhtml", ".mht"})
      if (siblings.contains(page + ending)) return true;
    return false;
  }

  // The longest way from an argument to a file names it: "topic/a.md" of the folder, not "a.md" of the file itself.
  void keep_each_file_once() {
    auto better = [](const Found& a, const Found& b) {
      auto depth = [](const Found& found) { return std::distance(found.below.begin(), found.below.end()); };
      return std::tuple(a.canonical, -depth(a), a.below, a.file) < std::tuple(b.canonical, -depth(b), b.below, b.file);
    };
    std::sort(found_.begin(), found_.end(), better);
    auto same = [](const Found& a, const Found& b) { return a.canonical == b.canonical; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
  }

  // Names that clash take in one folder more from above, until none does.
  void name_files(std::vector<SourceFile>& files) {
    std::vector<fs::path> names;
    for (const Found& found : found_) names.push_back(found.below);
    for (;;) {
      std::map<fs::path, int> count;
      for (const fs::path& name : names) ++count[name];
      bool changed = false;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (count[names[i]] < 2 || !found_[i].above.has_relative_path()) continue;
        names[i] = found_[i].above.filename() / names[i];
        found_[i].above = found_[i].above.parent_path();
        changed = true;
      }
      if (!changed) break;
    }
    for (std::size_t i = 0; i < names.size(); ++i) files.push_back({found_[i].file, to_name(names[i])});
  }

  const WalkOptions& options_;
  fs::path above_;  // of the argument being walked
  std::vector<Found> found_;
  std::vector<WalkProblem> problems_;
};

}  // namespace

bool is_dataset(const std::filesystem::path& folder) {
  std::error_code error;
  auto has = [&](const char* name) { return fs::exists(folder / name, error); };
  return has(kStateFolder) || (has("datapackage.json") && has("rows.jsonl"));
}

WalkResult walk(const std::vector<std::filesystem::path>& arguments, const WalkOptions& options) {
  Walker walker(options);
  for (const fs::path& argument : arguments) walker.add_argument(argument);
  return walker.result();
}

}  // namespace versus
