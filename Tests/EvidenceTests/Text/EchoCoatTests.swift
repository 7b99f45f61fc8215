import Testing

@testable import Evidence

/// The service's account of a signature in coats that exports, loggers and Node.js put around its lines.
@Suite struct EchoCoatTests {
    private static let echo = [
        "The Canonical String for this request should have been", "'POST", "/@connections/a", "", "host:example.com",
        "",
        "host", String(repeating: "a", count: 64) + "'",
    ]

    private static func read(_ text: String) throws -> String {
        String(decoding: try InputText(Array(text.utf8), name: "x").bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "1728730575106,\"", "1728730575106\t", "2026-01-31 12:00:00,123 | ", "[2026-01-31 12:00:00.1] ", "[info] ",
        "ERROR: ",
    ])
    func `what stands before every line is no part of it`(prefix: String) throws {
        let found = try Self.read(Self.echo.map { prefix + $0 }.joined(separator: "\n"))
        #expect(found.contains("\n'POST\n/@connections/a\n\nhost:example.com\n"), "\(found)")
    }

    @Test func `a text that Node.js printed as a sum of literals is one`() throws {
        let printed = Self.echo.map { line in
            let text = line + "\\n"
            return line.contains("'") ? "    \"\(text)\"" : "    '\(text)'"
        }.joined(separator: " +\n")
        let found = try Self.read("message: \n" + printed + "\n}")
        #expect(found.contains(#"should have been\n'POST\n/@connections/a\n\nhost:example.com\n"#), "\(found)")
    }

    @Test func `a sum in code is left where nothing is added to it`() throws {
        let code = "let a = 'x' +\n  b\nlet c = 1"
        #expect(try Self.read(code).contains("  b"))
    }
}
