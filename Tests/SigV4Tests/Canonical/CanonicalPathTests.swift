import SigV4
import Testing
import WireText

@Suite("Canonical paths")
struct CanonicalPathTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let wire: String
        let double: String
        let single: String
        var testDescription: String { wire }
    }

    private func path(
        _ target: [UInt8], _ encoding: URIEncoding = .double, _ normalization: PathNormalization = .on
    ) -> String? {
        let request = SignableRequest(
            method: "GET", targetBytes: target, headers: [HeaderField("host", "h")], payload: .empty)
        return CanonicalRequest(
            of: request, signedHeaders: ["host"], uriEncoding: encoding, pathNormalization: normalization
        ).sections?.path
    }

    static let encodings = [
        Case(wire: "/", double: "/", single: "/"),
        Case(wire: "/model/a.b-c_d~e", double: "/model/a.b-c_d~e", single: "/model/a.b-c_d~e"),
        Case(wire: "/v1:0", double: "/v1%3A0", single: "/v1%3A0"),
        Case(wire: "/v1%3A0", double: "/v1%253A0", single: "/v1%3A0"),
        Case(wire: "/v1%3a0", double: "/v1%253a0", single: "/v1%3A0"),
        Case(wire: "/a%2Fb", double: "/a%252Fb", single: "/a%2Fb"),
        Case(wire: "/a b", double: "/a%20b", single: "/a%20b"),
        Case(wire: "/a+b", double: "/a%2Bb", single: "/a%2Bb"),
        Case(wire: "/%7Eme", double: "/%257Eme", single: "/~me"),
        Case(wire: "/ሴ", double: "/%E1%88%B4", single: "/%E1%88%B4"),
        Case(wire: "/100%", double: "/100%25", single: "/100%25"),
        Case(wire: "/%zz%4", double: "/%25zz%254", single: "/%25zz%254"),
        Case(
            wire: "/!*'();@&=$,[]", double: "/%21%2A%27%28%29%3B%40%26%3D%24%2C%5B%5D",
            single: "/%21%2A%27%28%29%3B%40%26%3D%24%2C%5B%5D"),
    ]

    @Test("encode the wire path once more, or keep its escapes", arguments: encodings)
    func encoding(_ example: Case) {
        #expect(path(Array(example.wire.utf8), .double) == example.double)
        #expect(path(Array(example.wire.utf8), .single) == example.single)
    }

    @Test("encode every byte but unreserved ones and the slash, at every place of a word")
    func everyByte() {
        let bare = Set("/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for byte in UInt8.min...UInt8.max where byte != UInt8(ascii: "?") && byte != UInt8(ascii: "\n") {
            let digits = String(byte, radix: 16, uppercase: true)
            let encoded = bare.contains(byte) ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
            for place in 0..<17 {
                var wire = Array("/abcdefghijklmnopq".utf8)
                wire[place + 1] = byte
                let before = String(decoding: wire[...place], as: UTF8.self)
                let after = String(decoding: wire[(place + 2)...], as: UTF8.self)
                #expect(path(wire, .double, .off) == before + encoded + after)
            }
        }
    }

    static let normalizations: [(String, String)] = [
        ("", "/"), ("/", "/"), ("//", "/"), ("/.", "/"), ("/..", "/"), ("/./", "/"), ("/../", "/"), ("/a/..", "/"),
        ("/a/../", "/"), ("/a/.", "/a"), ("/a/./", "/a/"), ("/a/b/..", "/a"), ("/a/b/../", "/a/"),
        ("/a/b/../..", "/"), ("/a/../../b", "/b"), ("//a//", "/a/"), ("/a//b", "/a/b"), ("/./a", "/a"),
        ("/...", "/..."), ("/.a/b.", "/.a/b."), ("/a/..b", "/a/..b"), ("/%2E%2E/a", "/%252E%252E/a"), ("?q=1", "/"),
        ("/example space/", "/example%20space/"), ("/aaaaaaaaaaaaaaa/./b", "/aaaaaaaaaaaaaaa/b"),
        ("/aaaaaaaaaaaaaaaaaaa//", "/aaaaaaaaaaaaaaaaaaa/"),
    ]

    @Test("lose dot segments and double slashes, and keep a slash at the end", arguments: normalizations)
    func normalization(_ wire: String, _ expected: String) {
        #expect(path(Array(wire.utf8)) == expected)
    }

    @Test("stay as they are without normalisation", arguments: ["/./", "//example//", "/a/../b", "/..", "/a/."])
    func unnormalized(_ wire: String) {
        #expect(path(Array(wire.utf8), .double, .off) == wire)
        #expect(path(Array(wire.utf8), .single, .off) == wire)
    }
}
