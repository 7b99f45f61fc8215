import Testing

@testable import MockBedrock

struct ChunkScannerTests {
    @Test(arguments: [
        "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "5;name=value\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "3\r\n\r\n0\r\n0\r\nTrailer: x\r\nOther: y\r\n\r\n", "00a\r\n0123456789\r\n000\r\n\r\n",
    ])
    func `the end is found, however the body arrives`(body: String) throws {
        let bytes = Array((body + "POST /next").utf8)
        for step in 1...bytes.count {
            var scanner = ChunkScanner()
            var position = 0
            while !scanner.isDone, position < bytes.count {
                let piece = bytes[position..<min(position + step, bytes.count)]
                let taken = try scanner.advance(over: piece)
                position += taken
                if taken < piece.count { break }
            }
            #expect(scanner.isDone, "in steps of \(step)")
            #expect(position == body.utf8.count, "in steps of \(step)")
        }
    }

    @Test(arguments: ["\r\n", "x\r\n", "-1\r\n", "5\r\nhelloX", "fffffffffffffffff\r\n"])
    func `what is no chunk is refused`(body: String) {
        var scanner = ChunkScanner()
        #expect(throws: ChunkScanner.Fault.malformed) { try scanner.advance(over: Array(body.utf8)) }
    }
}
