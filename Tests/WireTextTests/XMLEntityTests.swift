import Testing
import WireText

@Suite struct XMLEntityTests {
    @Test(arguments: [
        ("&lt;a&gt; &amp; &quot;b&quot;&apos;", "<a> & \"b\"'"), ("a&#10;b&#xA;c&#x2f;", "a\nb\nc/"),
        ("&amp;lt;", "&lt;"), ("R&D; &unknown; & &", "R&D; &unknown; & &"), ("&#xFFFFFFFF;", "&#xFFFFFFFF;"),
        ("plain", "plain"), ("&#x1F600;", "\u{1F600}"),
    ])
    func `entities are read once`(written: String, meant: String) {
        #expect(String(decoding: XMLEntity.decoded(Array(written.utf8)), as: UTF8.self) == meant)
    }
}
