#include "tools/versus/program_id.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <cstring>

namespace versus {
namespace {

// Notes: name size, content size, type, name and content padded to 4 bytes (ELF specification, "Note Section").
std::string build_id_in(const char* notes, std::size_t size) {
  std::size_t at = 0;
  auto padded = [](std::size_t n) { return (n + 3) & ~std::size_t{3}; };
  while (at + sizeof(ElfW(Nhdr)) <= size) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes + at, sizeof note);
    const char* name = notes + at + sizeof note;
    const char* content = name + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0) {
      std::string hex;
      for (std::size_t i = 0; i < note.n_descsz; ++i)
        hex += fmt::format("{:02x}", static_cast<unsigned char>(content[i]));
      return hex;
    }
    at += sizeof note + padded(note.n_namesz) + padded(note.n_descsz);
  }
  return {};
}

int look_at_first(dl_phdr_info* info, std::size_t, void* result) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const auto& header = info->dlpi_phdr[i];
    if (header.p_type != PT_NOTE) continue;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader gives addresses as integers
    std::string id = build_id_in(reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr), header.p_memsz);
    if (!id.empty()) *static_cast<std::string*>(result) = id;
  }
  return 1;  // the program itself comes first
}

}  // namespace

std::string program_id() {
  std::string id;
  dl_iterate_phdr(look_at_first, &id);
  return id;
}

}  // namespace versus
