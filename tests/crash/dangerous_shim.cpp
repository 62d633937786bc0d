// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD: opens every database with DB_DANGEROUS, which overwrites blocks that are in use. A control: the
// harness must see what that costs.
#include <dlfcn.h>
#include <xapian.h>

#include <cstdlib>
#include <string>

using Constructor = void (*)(void*, const std::string&, int, int);

/// WritableDatabase's constructor as libxapian names it; the program calls this one instead.
extern "C" void dangerous_constructor(void* self, const std::string& path, int flags, int block_size) asm(
    "_ZN6Xapian16WritableDatabaseC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEii");

extern "C" void dangerous_constructor(void* self, const std::string& path, int flags, int block_size) {
  static const auto real = reinterpret_cast<Constructor>(::dlsym(
      RTLD_NEXT, "_ZN6Xapian16WritableDatabaseC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEii"));
  if (real == nullptr) std::abort();
  real(self, path, flags | Xapian::DB_DANGEROUS, block_size);
}
