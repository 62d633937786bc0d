// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the file of an owner's names.
#include "schema/own_names.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {
namespace {

OwnNames read(const std::string& text) { return {text, "names.tsv"}; }

}  // namespace

TEST_CASE("rows have the columns of the shipped table, and removed spellings") {
  const auto rows =
      read("# ours\n\nAcme|ACME Corp\tأكمي|أكمه\tأكمي\nOther\tأذر\tambiguous\n\tسام\tremoved\n").rows();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] ==
        OwnName{.latin = {"Acme", "ACME Corp"}, .arabic = {"أكمي", "أكمه"}, .ambiguous = {"أكمي"}});
  CHECK(rows[1].ambiguous == std::vector<std::string>{"Other", "أذر"});
  CHECK(rows[2] == OwnName{.arabic = {"سام"}, .removed = true});
}

TEST_CASE("a line that is no row is refused with its number") {
  for (const char* line : {"Acme", "Acme\t", "\t", "a\tb\tc\td", "Acme\tأكمي\tغيره", "\t\tremoved"}) {
    CAPTURE(line);
    try {
      read(std::string("# ours\n") + line);
      FAIL("was accepted");
    } catch (const Error& error) {
      CHECK(std::string(error.what()).starts_with("names.tsv:2: "));
      CHECK(error.code() == ErrorCode::failed);
    }
  }
}

TEST_CASE("spellings are added to the row that has one of them, and comments stay") {
  OwnNames names = read("# ours\nAcme\tأكمي\t\n\n# end\n");
  names.add({"أكمه", "acme"}, {});
  CHECK(names.text() == "# ours\nAcme\tأكمي|أكمه\t\n\n# end\n");
  names.add({"Zoom", "زوم"}, {"زوم"});
  CHECK(names.text() == "# ours\nAcme\tأكمي|أكمه\t\n\n# end\nZoom\tزوم\tزوم\n");
}

TEST_CASE("a spelling that is taken out leaves its row, and a single spelling is no name") {
  OwnNames names = read("Acme\tأكمي|أكمه\tأكمه\n# end\n");
  CHECK(names.take_out("اكمه"));
  CHECK(names.text() == "Acme\tأكمي\t\n# end\n");
  CHECK(names.take_out("ACME"));
  CHECK(names.text() == "# end\n");
  CHECK_FALSE(names.take_out("Acme"));
}

TEST_CASE("what was removed is a name again when it is added again") {
  OwnNames names;
  names.forbid("Acme");
  CHECK(names.text() == "Acme\t\tremoved\n");
  CHECK_FALSE(names.take_out("Acme"));
  names.add({"Acme", "أكمي"}, {});
  CHECK(names.text() == "Acme\tأكمي\t\n");
}

TEST_CASE("the file is replaced whole, and there need be none") {
  const test::TemporaryDirectory directory;
  const auto file = directory / "names.tsv";
  CHECK(read_own_names(file).rows().empty());
  OwnNames names;
  names.add({"Acme", "أكمي"}, {});
  write_own_names(file, names);
  CHECK(read_own_names(file).rows() == names.rows());
  CHECK(read_own_names(file).text().starts_with("# Names of this archive"));
  write_own_names(file, read_own_names(file));
  CHECK(read_own_names(file).rows() == names.rows());
  CHECK_THROWS_AS(write_own_names(directory / "none" / "names.tsv", names), Error);
}

TEST_CASE("line ends of Windows and a last line without one are read") {
  CHECK(read("Acme\tأكمي\r\nZoom\tزوم").rows().size() == 2);
  CHECK(read("").rows().empty());
}

}  // namespace fihrist
