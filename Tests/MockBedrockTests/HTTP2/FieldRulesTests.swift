import NIOHPACK
import Testing

@testable import MockBedrock

/// The rules for fields of HTTP/2, by RFC 9113.
struct FieldRulesTests {
    private static let pseudo: [(String, String)] = [
        (":method", "POST"), (":scheme", "http"), (":path", "/a"), (":authority", "h"),
    ]

    @Test func `a usual request keeps them`() {
        #expect(throws: Never.self) {
            try FieldRules.check(
                request: HPACKHeaders(
                    Self.pseudo + [("te", "trailers"), ("x-amz-date", "1"), ("x_y.z~", "\u{E9}"), ("empty", "")]))
        }
        #expect(throws: Never.self) {
            try FieldRules.check(request: HPACKHeaders([(":method", "CONNECT"), (":authority", "h:443")]))
        }
        #expect(throws: Never.self) { try FieldRules.check(trailers: HPACKHeaders([("x-sum", "1")])) }
    }

    /// A field that breaks a rule, behind those that a request has, or before them; and the section of the rule.
    private static let breaches: [(name: String, value: String, section: String)] = [
        ("Content-Type", "a", "8.2"), ("x y", "a", "8.2.1"), ("", "a", "8.2.1"), ("a", "b\nc", "8.2.1"),
        ("a", "b\u{0}", "8.2.1"), ("connection", "close", "8.2.2"), ("transfer-encoding", "chunked", "8.2.2"),
        ("a", " b", "8.2.1"), ("a", "b\t", "8.2.1"),
        ("upgrade", "h2c", "8.2.2"), ("te", "gzip", "8.2.2"), (":status", "200", "8.3"), (":path", "/b", "8.3.1"),
    ]

    private func section(_ fields: [(String, String)]) -> String? {
        #expect(throws: FieldRules.Breach.self) {
            try FieldRules.check(request: HPACKHeaders(fields))
        }?.section
    }

    @Test func `what breaks one is named with its section`() {
        for breach in Self.breaches {
            #expect(section(Self.pseudo + [(breach.name, breach.value)]) == breach.section, "\(breach)")
        }
        #expect(section([("a", "b")] + Self.pseudo) == "8.3", "a field before them")
        #expect(section(Array(Self.pseudo.dropFirst())) == "8.3.1", "no method")
        #expect(section([]) == "8.3.1")
        let blank = Self.pseudo.map { ($0.0, $0.0 == ":authority" ? "h " : $0.1) }
        #expect(section(blank) == "8.2.1")
    }

    @Test func `the field is named`() {
        for (field, words) in [
            (("x-a", "b "), "the value of x-a begins or ends with a blank"), (("", "b"), "a field with an empty name"),
        ] {
            let breach = #expect(throws: FieldRules.Breach.self) {
                try FieldRules.check(request: HPACKHeaders(Self.pseudo + [field]))
            }
            #expect(breach?.words.contains(words) == true)
        }
    }

    @Test func `trailers have no pseudo-headers`() {
        #expect(throws: FieldRules.Breach.self) { try FieldRules.check(trailers: HPACKHeaders([(":path", "/")])) }
        #expect(throws: FieldRules.Breach.self) { try FieldRules.check(trailers: HPACKHeaders([("X", "1")])) }
    }
}
