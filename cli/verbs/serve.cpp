// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist serve: the archive in a browser, until Ctrl-C or SIGTERM.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/interruption.hpp"
#include "cli/listen_address.hpp"
#include "cli/settings.hpp"
#include "cli/verbs.hpp"
#include "web/server.hpp"

namespace fihrist {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  fihrist serve                                  http://127.0.0.1:8080/\n"
    "  fihrist serve --listen 0.0.0.0:80              for the whole network\n"
    "  fihrist serve --listen 127.0.0.1:0             on any free port, which is printed\n"
    "  fihrist serve --prefix /archive                behind a proxy, below a path";

constexpr const char* default_address = "127.0.0.1:8080";

ServerOptions server_options(const ServeSettings& given, const std::filesystem::path& archive) {
  const ServeSettings kept = read_settings(archive).serve;
  const ListenAddress address =
      parse_listen_address(given.listen.value_or(kept.listen.value_or(default_address)));
  return {.archive = archive,
          .host = address.host,
          .port = address.port,
          .prefix = given.prefix.value_or(kept.prefix.value_or("")),
          .threads = given.threads.value_or(kept.threads.value_or(0))};
}

int run_serve_verb(Session& session, const ServeSettings& given) {
  const Console& console = session.console;
  const BlockedSignals blocked;
  Server server(server_options(given, session.options.archive));
  const SignalWatch watch(blocked, [&server](int) { server.stop(); });
  console.message("Serving " + session.options.archive.string() + " on " + server.url() + "   (Ctrl-C ends)");
  console.err.flush();
  server.run();
  console.message("Stopped.");
  return ExitCode::done;
}

}  // namespace

void add_serve_verb(CLI::App& program, VerbAction& chosen) {
  auto given = std::make_shared<ServeSettings>();
  CLI::App* verb = program.add_subcommand("serve", "serve the archive to browsers");
  verb->footer(examples);
  verb->add_option("--listen", given->listen, "where to listen (127.0.0.1:8080)")->type_name("HOST:PORT");
  verb->add_option("--prefix", given->prefix, "path below which a proxy shows it")->type_name("/PATH");
  verb->add_option("--threads", given->threads, "threads that answer (as many as there are)")->type_name("N");
  verb->callback(
      [given, &chosen] { chosen = [given](Session& session) { return run_serve_verb(session, *given); }; });
}

}  // namespace fihrist
