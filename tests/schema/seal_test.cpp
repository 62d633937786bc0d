// SPDX-License-Identifier: GPL-3.0-or-later
// Damage that a database does not notice.
#include "schema/seal.hpp"

#include <doctest/doctest.h>

#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using test::TemporaryDirectory;
using test::write_file;

namespace {

struct Sealed {
  Sealed() {
    write_file(directory / "iamglass", "abc");
    write_file(directory / "postlist.glass", std::string(300'000, 'p'));
    write_file(directory / "flintlock", "");
    seal(path());
  }
  std::filesystem::path path() const { return directory / "."; }
  std::string faults() const {
    std::string all;
    for (const SealedFile& file : check_seal(path()).files)
      if (!file.fault.empty()) all += file.name + ' ' + file.fault + ';';
    return all;
  }
  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("a seal is what sha256sum writes, and holds until a byte changes") {
  const Sealed sealed;
  CHECK(test::read_file(sealed.path() / seal_file)
            .starts_with("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  iamglass\n"));
  const SealReport report = check_seal(sealed.path());
  CHECK(report.is_sound());
  CHECK(report.files.size() == 2);
  CHECK(report.bytes == 300'003);
}

TEST_CASE("every flipped bit is found, in the files and in the seal") {
  const Sealed sealed;
  for (const char* name : {"iamglass", seal_file}) {
    const std::string sound = test::read_file(sealed.path() / name);
    for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
      CAPTURE(name);
      CAPTURE(bit);
      std::string flipped = sound;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      write_file(sealed.path() / name, flipped);
      CHECK_FALSE(check_seal(sealed.path()).is_sound());
    }
    write_file(sealed.path() / name, sound);
    CHECK(check_seal(sealed.path()).is_sound());
  }
}

TEST_CASE("missing, cut and foreign files are named") {
  const Sealed sealed;
  std::filesystem::resize_file(sealed.path() / "postlist.glass", 299'999);
  CHECK(sealed.faults() == "postlist.glass has other bytes than were written;");
  std::filesystem::remove(sealed.path() / "postlist.glass");
  CHECK(sealed.faults() == "postlist.glass is missing;");
  write_file(sealed.path() / "position.glass", "x");
  CHECK(sealed.faults() ==
        "postlist.glass is missing;position.glass was not there when the index was written;");
}

TEST_CASE("a generation that is being changed says so, and one without checksums is not taken for sound") {
  const Sealed sealed;
  break_seal(sealed.path());
  CHECK(check_seal(sealed.path()).state == SealReport::State::broken);
  seal(sealed.path());
  CHECK(check_seal(sealed.path()).is_sound());
  for (const char* text : {"", "nonsense\n", "# being changed"}) {
    CAPTURE(text);
    write_file(sealed.path() / seal_file, text);
    CHECK(check_seal(sealed.path()).state == SealReport::State::absent);
    CHECK_FALSE(check_seal(sealed.path()).is_sound());
  }
  std::filesystem::remove(sealed.path() / seal_file);
  CHECK(check_seal(sealed.path()).state == SealReport::State::absent);
}
