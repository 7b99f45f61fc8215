import Testing

@testable import Evidence

@Suite struct InputTextTests {
    private func input(_ text: String) throws -> ReadInput { try ReadInput(Array(text.utf8), name: "x") }

    @Test func `colours and line ends of terminals are taken off`() throws {
        let text = try InputText(
            Array("\u{1B}[1;31mHTTP/1.1 403\u{1B}[0m\r\n\u{1B}]0;title\u{7}a: b\r\n".utf8), name: "x")
        #expect(text.lines.map(\.bytes.text) == ["HTTP/1.1 403", "a: b"])
        #expect(text.lines.map(\.number) == [1, 2])
    }

    @Test(arguments: [true, false])
    func `UTF-16 of a redirection is read`(isLittle: Bool) throws {
        var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for unit in "ValidationException: ü".utf16 {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += isLittle ? pair : pair.reversed()
        }
        #expect(try InputText(bytes, name: "x").lines.map(\.bytes.text) == ["ValidationException: ü"])
    }

    private static let refusal =
        "HTTP/1.1 403 Forbidden\nx-amzn-ErrorType: ExpiredTokenException\n\n{\"message\":\"expired\"}"

    @Test func `a log with zeros in it is read without them`() throws {
        let hole = [UInt8](repeating: 0, count: 5_000)
        let log = Array("INFO starting\n".utf8) + [0] + Array("An error occurred (ExpiredTokenException): expired".utf8)
        for bytes in [hole + log, log + hole, log] {
            let exchange = try #require(try ReadInput(bytes, name: "x").exchanges.last)
            #expect(exchange.message?.contains("An error occurred (ExpiredTokenException): expired") == true)
        }
    }

    @Test func `a zero in an exchange hides nothing else`() throws {
        let bytes = Array(Self.refusal.utf8) + [0x0A, 0]
        let exchange = try #require(try ReadInput(bytes, name: "x").exchanges.first)
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.header("x-amzn-errortype") == "ExpiredTokenException")
    }

    @Test(
        arguments: [
            ([], "is empty"), ([0x20, 0x0A], "is empty"), ([0x1F, 0x8B, 8, 0], "gzip"),
            ([0x50, 0x4B, 3, 4, 0], "byte 4 is zero"), ([0x1B, 0x5B], "is empty"),
        ] as [([UInt8], String)])
    func `what is no text is told by name`(bytes: [UInt8], words: String) {
        let fault = #expect(throws: InputFault.self) { try ReadInput(bytes, name: "dump.bin") }
        #expect(fault?.description.hasPrefix("dump.bin: ") == true)
        #expect(fault?.description.contains(words) == true)
    }
}
