// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist serve: the archive in a browser, until Ctrl-C or SIGTERM.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/interruption.hpp"
#include "cli/listen_address.hpp"
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

struct ServeOptions {
  std::string listen = "127.0.0.1:8080";
  ServerOptions server;
};

int run_serve_verb(Session& session, const ServeOptions& options) {
  const Console& console = session.console;
  ServerOptions server_options = options.server;
  const ListenAddress address = parse_listen_address(options.listen);
  server_options.archive = session.options.archive;
  server_options.host = address.host;
  server_options.port = address.port;

  const BlockedSignals blocked;
  Server server(std::move(server_options));
  const SignalWatch watch(blocked, [&server](int) { server.stop(); });
  console.message("Serving " + session.options.archive.string() + " on " + server.url() + "   (Ctrl-C ends)");
  console.err.flush();
  server.run();
  console.message("Stopped.");
  return ExitCode::done;
}

}  // namespace

void add_serve_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* verb = program.add_subcommand("serve", "serve the archive to browsers");
  verb->footer(examples);
  verb->add_option("--listen", options->listen, "where to listen (127.0.0.1:8080)")->type_name("HOST:PORT");
  verb->add_option("--prefix", options->server.prefix, "path below which a proxy shows it")
      ->type_name("/PATH");
  verb->add_option("--threads", options->server.threads, "threads that answer (as many as there are)")
      ->type_name("N");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_serve_verb(session, *options); };
  });
}

}  // namespace fihrist
