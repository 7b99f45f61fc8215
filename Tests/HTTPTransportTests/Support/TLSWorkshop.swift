import Foundation
import Testing

/// A temporary folder in which openssl makes certificates and python3 serves HTTPS with them.
final class TLSWorkshop: Sendable {
    static let isPossible = tool("openssl") != nil && python != nil

    /// The python3 that has the ssl module.
    static let python: String? = tool("python3").flatMap { path in
        (try? run([path, "-c", "import ssl"])) == 0 ? path : nil
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
        let openssl = try #require(Self.tool("openssl"))
        let kind = host.first?.isNumber == true ? "IP" : "DNS"
        try await Self.succeed([
            openssl, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
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
            try await Self.succeed(
                [
                    openssl, "ca", "-batch", "-selfsign", "-config", path("\(name).cnf"), "-startdate", start,
                    "-enddate",
                    end, "-keyfile", path("\(name).key"),
                ] + request)
        } else {
            try await Self.succeed([openssl, "x509", "-req", "-days", "2", "-signkey", path("\(name).key")] + request)
        }
        var both = try Data(contentsOf: folder.appending(path: "\(name).key"))
        both.append(try Data(contentsOf: folder.appending(path: "\(name).crt")))
        try both.write(to: folder.appending(path: "\(name).pem"))
    }

    /// Serves HTTPS with the certificate while the body runs; every request is answered with its path.
    func serving<Value>(_ name: String, _ body: (_ port: Int) async throws -> Value) async throws -> Value {
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = ["-c", script, path("\(name).pem")]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        let reading = output.fileHandleForReading
        let line = try await Blocking.run { String(decoding: reading.availableData, as: UTF8.self) }
        let port = try #require(
            Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "the server's first line: \(line)")
        return try await body(port)
    }

    private static func tool(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func run(_ command: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func succeed(_ command: [String]) async throws {
        let status = try await Blocking.run { try run(command) }
        try #require(status == 0, "\(command.joined(separator: " ")) ended with \(status)")
    }
}
