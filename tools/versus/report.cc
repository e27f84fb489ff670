#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "score/schema.h"
#include "score/write/write.h"
#include "tools/versus/commands.h"

namespace versus {

Run declare_report(CLI::App& app) {
  auto folder = std::make_shared<std::filesystem::path>();
  app.add_option("DATASET", *folder, "the dataset's folder")->required();
  return [folder](const Context& context) {
    std::filesystem::path file = *folder / "report.html", fresh = *folder / "report.html.new";
    write_file(fresh, to_report(read_dataset(*folder)));
    std::filesystem::rename(fresh, file);
    if (!context.quiet) fmt::print(stderr, "wrote {}\n", file.string());
    return 0;
  };
}

}  // namespace versus
