// Replacing a dataset's folder in one step: the old one stands whole until the new one is complete.
//
// The new dataset is written into a temporary folder beside the old one, forced to disk, and the two are exchanged
// (Linux renameat2 with RENAME_EXCHANGE). Where that cannot be - a mount point, a file system without it, no right to
// write beside - the new files are staged inside the folder; renaming the complete stage to `.versus-commit` is the
// moment of the change, and whoever comes next finishes moving its files into place. A killed run leaves either the old
// dataset and rubbish that the next run removes, or a commit that the next run completes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace versus {

enum class Exchange { when_possible, never };  // never: for tests of the other way

/// Calls `write` with an empty folder and puts what it wrote in the place of `folder`; files in `folder` that no run of
/// ours wrote are kept. Throws Error (and leaves `folder` as it was) when something cannot be written.
void replace_folder(const std::filesystem::path& folder, const std::function<void(const std::filesystem::path&)>& write,
                    Exchange exchange = Exchange::when_possible);

/// Finishes or undoes what a killed run left behind. Does nothing on a folder that does not exist.
void heal_folder(const std::filesystem::path& folder);

/// Throws Error when `folder` is a file, or holds something and is not a dataset of ours.
void refuse_foreign_folder(const std::filesystem::path& folder);

}  // namespace versus
