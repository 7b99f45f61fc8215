import Foundation
import TestSupport
import Testing

/// A temporary folder in which openssl makes certificates and python3 serves HTTPS with them.
final class TLSWorkshop: Sendable {
    /// Runs a test only where the tools are that it needs.
    static var isNeeded: ConditionTrait {
        .enabled("needs openssl, and python3 with its ssl module") {
            let openssl = try? await Program.run("openssl", ["version"]).succeeded()
            let python = try? await Program.run("python3", ["-c", "import ssl"]).succeeded()
            return openssl != nil && python != nil
        }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "transport-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Makes `name.pem`, which holds a key and a self-signed certificate for the host.
    func certificate(_ name: String, host: String, from start: String? = nil, to end: String? = nil) async throws {
        let kind = host.first?.isNumber == true ? "IP" : "DNS"
        try await Self.openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
            "/CN=\(host)",
            "-keyout", path("\(name).key"), "-out", path("\(name).csr"),
        ])
        try Data("subjectAltName=\(kind):\(host)\nbasicConstraints=critical,CA:TRUE\n".utf8)
            .write(to: folder.appending(path: "\(name).ext"))
        let request = ["-in", path("\(name).csr"), "-out", path("\(name).crt"), "-extfile", path("\(name).ext")]
        if let start, let end {
            // Only `openssl ca` can set both ends of the validity, in all versions of openssl.
            try Data().write(to: folder.appending(path: "\(name).index"))
            try Data("01\n".utf8).write(to: folder.appending(path: "\(name).serial"))
            let configuration = """
                [ca]
                default_ca = d
                [d]
                database = \(path("\(name).index"))
                serial = \(path("\(name).serial"))
                new_certs_dir = \(folder.path)
                default_md = sha256
                policy = p
                [p]
                commonName = supplied
                """
            try Data(configuration.utf8).write(to: folder.appending(path: "\(name).cnf"))
            try await Self.openssl(
                [
                    "ca", "-batch", "-selfsign", "-config", path("\(name).cnf"), "-startdate", start,
                    "-enddate",
                    end, "-keyfile", path("\(name).key"),
                ] + request)
        } else {
            try await Self.openssl(["x509", "-req", "-days", "2", "-signkey", path("\(name).key")] + request)
        }
        var both = try Data(contentsOf: folder.appending(path: "\(name).key"))
        both.append(try Data(contentsOf: folder.appending(path: "\(name).crt")))
        try both.write(to: folder.appending(path: "\(name).pem"))
    }

    /// Serves HTTPS with the certificate while the body runs; every request is answered with its path.
    func serving<Value: Sendable>(_ name: String, _ body: (_ port: Int) async throws -> Value) async throws -> Value {
        let script = """
            import http.server, ssl, sys
            class Handler(http.server.BaseHTTPRequestHandler):
                protocol_version = 'HTTP/1.1'
                def do_GET(self):
                    body = self.path.encode()
                    self.send_response(200)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def log_message(self, *ignored): pass
            server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1])
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            print(server.server_address[1], flush=True)
            server.serve_forever()
            """
        let arguments = ["-c", script, path("\(name).pem")]
        return try await RunningProgram.with("python3", arguments, environment: nil) { server in
            let line = try await server.line()
            return try await body(try #require(Int(line), "the server's first line: \(line)"))
        }.value
    }

    private static func openssl(_ arguments: [String]) async throws {
        _ = try await Program.run("openssl", arguments).succeeded()
    }
}
