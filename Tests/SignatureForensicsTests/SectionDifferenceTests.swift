import SigV4
import SignatureForensics
import TestSupport
import Testing

@Suite("Section difference")
struct SectionDifferenceTests {
    private let lines = [
        "POST", "/model/a%253Ab/converse", "x=1", "content-type:application/json", "host:example.com",
        "x-amz-date:20260102T030405Z", "", "content-type;host;x-amz-date", "44136fa3",
    ]

    private func difference(_ change: (inout [String]) -> Void) -> SectionDifference? {
        var changed = lines
        change(&changed)
        return SectionDifference.between(
            canonicalRequest: Array(lines.joined(separator: "\n").utf8),
            and: Array(changed.joined(separator: "\n").utf8))
    }

    @Test func equalRequestsHaveNone() {
        #expect(difference { _ in } == nil)
    }

    @Test(
        arguments: [
            (0, "PUT", SignedSection.method, 1), (1, "/model/a:b/converse", .path, 8), (2, "x=2", .query, 2),
            (3, "content-type:text/plain", .header("content-type"), 13), (4, "host:example.org", .header("host"), 13),
            (7, "host;x-amz-date", .signedHeaders, 0), (8, "44136fa4", .payloadHash, 7),
        ])
    func theFirstSectionThatDiffersIsNamed(index: Int, line: String, section: SignedSection, offset: Int) throws {
        let found = try #require(difference { $0[index] = line })
        #expect(found.section == section)
        #expect(found.offset == offset)
        #expect(found.first == Array(lines[index].utf8))
        #expect(found.second == Array(line.utf8))
    }

    @Test func theFirstOfTwoCounts() {
        let found = difference {
            $0[8] = "other"
            $0[2] = "y=1"
        }
        #expect(found?.section == .query)
    }

    @Test func aHeaderThatOnlyOneSideHasIsNamed() throws {
        let added = try #require(difference { $0.insert("x-a:1", at: 5) })
        #expect(added.section == .header("x-a"))
        #expect(added.first == nil)
        #expect(added.rendered(first: "client", second: "server").contains("client (absent)"))

        let lost = try #require(difference { $0.remove(at: 3) })
        #expect(lost.section == .header("content-type"))
        #expect(lost.second == nil)

        let last = try #require(difference { $0.remove(at: 5) })
        #expect(last.section == .header("x-amz-date"))
    }

    @Test func headersInAnotherOrderAreNamedSo() {
        #expect(difference { $0.swapAt(3, 4) }?.section == .headerOrder)
    }

    @Test func aTextOfAnotherShapeIsNamedSo() {
        #expect(difference { $0.removeLast(4) }?.section == .shape)
        #expect(difference { $0 = ["garbage"] }?.section == .shape)
        #expect(difference { $0 = [] }?.section == .shape)
    }

    @Test(
        arguments: [
            (0, "AWS4-HMAC-SHA512", SignedSection.algorithm), (1, "20260102T030406Z", .date),
            (2, "20260102/us-west-2/bedrock/aws4_request", .scope), (3, "00", .canonicalRequestHash),
        ])
    func stringsToSignAreComparedToo(index: Int, line: String, section: SignedSection) {
        let lines = ["AWS4-HMAC-SHA256", "20260102T030405Z", "20260102/us-east-1/bedrock/aws4_request", "ff"]
        var changed = lines
        changed[index] = line
        func bytes(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }
        #expect(SectionDifference.between(stringToSign: bytes(lines), and: bytes(lines)) == nil)
        #expect(SectionDifference.between(stringToSign: bytes(lines), and: bytes(changed))?.section == section)
        #expect(SectionDifference.between(stringToSign: bytes(lines), and: bytes(lines + [""]))?.section == .shape)
    }

    @Test func bytesThatCannotBeSeenAreShownInHex() throws {
        let found = try #require(difference { $0[3] = "content-type:application/json\t\u{e9}" })
        #expect(
            found.rendered(first: "client", second: "server") == #"""
                the header content-type differs at byte 29
                  client content-type:application/json
                  server content-type:application/json\x09\xC3\xA9
                                                      ^
                """#)
    }

    @Test func longLinesAreCutAroundTheDifference() throws {
        let path = "/" + String(repeating: "a", count: 5000)
        let left = Array((["GET", path + "b" + path] + lines.dropFirst(2)).joined(separator: "\n").utf8)
        let right = Array((["GET", path + "c" + path] + lines.dropFirst(2)).joined(separator: "\n").utf8)
        let found = try #require(SectionDifference.between(canonicalRequest: left, and: right))
        #expect(found.offset == 5001)
        let rows = found.description.split(separator: "\n")
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0.count < 120 })
        // The caret stands under the byte that differs.
        let column = try #require(rows[3].firstIndex(of: "^")).utf16Offset(in: rows[3])
        #expect(Array(rows[1])[column] == "b")
        #expect(Array(rows[2])[column] == "c")
    }

    @Test func damagedTextsNeverTrap() {
        var generator = SplitMix64(seed: 7)
        let text = Array(lines.joined(separator: "\n").utf8)
        for _ in 0..<2000 {
            var damaged = text
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                switch Int.random(in: 0..<3, using: &generator) {
                case 0 where !damaged.isEmpty:
                    damaged.remove(at: Int.random(in: 0..<damaged.count, using: &generator))
                case 1:
                    damaged.insert(
                        [10, 58, 38, 61, 0xC3].randomElement(using: &generator) ?? 10,
                        at: Int.random(in: 0...damaged.count, using: &generator))
                default:
                    damaged = Array(damaged.prefix(Int.random(in: 0...damaged.count, using: &generator)))
                }
            }
            let found = SectionDifference.between(canonicalRequest: text, and: damaged)
            #expect((found == nil) == (text == damaged))
            _ = found?.description
            _ = SectionDifference.between(stringToSign: damaged, and: text)?.description
            _ = ServerEcho(message: damaged)
        }
    }
}
