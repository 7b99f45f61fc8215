import Testing
import WireText

@Suite struct ChunkedBodyTests {
    @Test(
        "A body is joined",
        arguments: [
            ("3\r\nabc\r\n0\r\n\r\n", "abc"), ("3\nabc\n2\nde\n0\n\n", "abcde"),
            ("A;x=y\r\n0123456789\r\n0\r\n", "0123456789"),
            (" 2 \r\nab\r\n", "ab"), ("0\r\n\r\n", ""),
        ])
    func joined(_ text: String, _ body: String) {
        #expect(ChunkedBody.decoded(Array(text.utf8)[...]) == Array(body.utf8))
    }

    @Test(
        "What is in no chunks is told", arguments: ["", "{}", "{}\n", "+1\na\n", "4\nabc", "123456789\nx", "2\nabc\n"])
    func refused(_ text: String) { #expect(ChunkedBody.decoded(Array(text.utf8)[...]) == nil) }
}
