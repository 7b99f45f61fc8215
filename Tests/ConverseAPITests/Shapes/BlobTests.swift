import ConverseAPI
import Foundation
import Testing

@Suite("Bytes in base64")
struct BlobTests {
    @Test(arguments: 0..<70)
    func agreesWithFoundationBothWays(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count &* 7) }
        let text = Data(bytes).base64EncodedString()
        #expect(Blob(bytes).base64 == text)
        #expect(try Blob(base64: text).bytes() == bytes)
    }

    @Test(arguments: [
        ("A", 1), ("AAA", 3), ("AA=A", 2), ("A===", 1), ("====", 0), ("AA-_", 2), ("AA\nAAAA=", 2), ("AAA=AAAA", 3),
    ])
    func refusesWhatIsNotBase64AndSaysWhere(_ text: String, _ offset: Int) {
        let error = #expect(throws: BlobError.self) { try Blob(base64: text).bytes() }
        #expect(error?.offset == offset)
    }
}
