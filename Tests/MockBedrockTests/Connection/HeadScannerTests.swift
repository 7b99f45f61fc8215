import Testing

@testable import MockBedrock

struct HeadScannerTests {
    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nA: b\n\r\n",
    ])
    func `a head ends at its empty line, however it arrives`(head: String) {
        let bytes = Array((head + "GET /next").utf8)
        for step in 1...bytes.count {
            var scanner = HeadScanner()
            var found: Int?
            var count = 0
            while found == nil, count < bytes.count {
                count = min(count + step, bytes.count)
                found = scanner.endOfHead(in: bytes.span.extracting(first: count))
            }
            #expect(found == head.utf8.count, "in steps of \(step)")
        }
    }

    @Test(arguments: ["", "GET / HTTP/1.1", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nA: b\r\n\r", "a\r\r\n"])
    func `an unfinished head has no end`(head: String) {
        var scanner = HeadScanner()
        #expect(scanner.endOfHead(in: head.utf8.span) == nil)
    }
}
