import JSONText
import Testing

@testable import RecordingImport

/// What an import leaves out is told in a bounded number of sentences, none of which shows a secret.
@Suite struct IgnoredPartsTests {
    @Test func `an address without a host is no host`() {
        var parts = IgnoredParts()
        parts.addAddress("/health")
        parts.addHost("example.com")
        #expect(
            parts.notes == [
                "1 exchange with other hosts ignored: example.com", "1 exchange with other addresses ignored: /health",
            ])
    }

    @Test func `names are masked and no more than a few are told`() {
        var parts = IgnoredParts()
        for number in 0..<30 { parts.addMember("member\(number)", at: JSONPath()) }
        parts.addMember("Authorization: Bearer sk-ABSK0123456789abcdefghijklmnop", at: JSONPath())
        #expect(parts.notes.count == 21)
        #expect(parts.notes.last == "11 other members ignored")
        #expect(!parts.notes.joined().contains("sk-ABSK0123456789"))
    }
}
