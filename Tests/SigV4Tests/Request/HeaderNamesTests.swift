import Testing

@testable import SigV4

@Suite("Header names")
struct HeaderNamesTests {
    @Test("are compared without regard to case, long ones too")
    func membership() {
        let long = "x-amz-server-side-encryption-customer-algorithm"
        let names = HeaderNames(["Host", "X-Amz-Date", long, "host"])
        #expect(names.names == ["host", "x-amz-date", long])
        for name in ["host", "HOST", "x-amz-DATE", long.uppercased()] { #expect(names.contains(name), "\(name)") }
        for name in ["", "hos", "hosts", "x-amz-dat", "x-amz-server-side-encryption-customer-algorithn"] {
            #expect(!names.contains(name), "\(name)")
        }
    }

    @Test("that are many and begin alike are found, and no others")
    func manyNames() {
        let stems = ["x-amz-meta-", "x-amz-meta-with-a-long-name-", "h"]
        let names = stems.flatMap { stem in (0..<300).map { "\(stem)\($0)" } }
        let set = HeaderNames(names.reversed())
        #expect(set.names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(HeaderNames(names + names) == set)
        for name in names { #expect(set.contains(name.uppercased()), "\(name)") }
        for stem in stems {
            for number in 300..<400 { #expect(!set.contains("\(stem)\(number)"), "\(stem)\(number)") }
            #expect(!set.contains(stem))
        }
    }

    @Test("sort as their bytes do, whatever their length")
    func order() {
        let sorted = [
            "a", "a-", "a1", "aa", "abcdefgh", "abcdefgh-", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopq",
            "abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuvwx-a", "abcdefghijklmnopqrstuvwxa",
            "abcdefghijklmnopqrstuvwxab", "b", "x-amz-meta-a", "x-amz-meta-a-b", "x_a",
        ]
        for seed in 1...20 {
            var random = Generator(seed: UInt64(seed))
            #expect(HeaderNames(sorted.shuffled(using: &random).map { $0.uppercased() }).names == sorted)
        }
    }

    @Test(
        "that signing knows are spelt right in words",
        arguments: ["host", "date", "x-amz-date", "authorization", "x-amz-security-token", "x-amz-content-sha256"])
    func roles(_ name: String) {
        #expect(HeaderNameKey(name).role != .other)
        #expect(HeaderNameKey(name.uppercased()).role == HeaderNameKey(name).role)
        #expect(HeaderNameKey(name + "a").role == .other)
        #expect(HeaderNameKey(String(name.dropLast())).role == .other)
    }

    @Test("that signing adds are spelt right in words")
    func constants() {
        #expect(HeaderNameKey.amzDate == HeaderNameKey("X-Amz-Date"))
        #expect(HeaderNameKey.securityToken == HeaderNameKey("X-Amz-Security-Token"))
        #expect(HeaderNameKey.contentSHA256 == HeaderNameKey("x-amz-content-sha256"))
    }

    @Test("are HTTP tokens or not, byte by byte")
    func tokens() {
        let allowed = Set("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for byte in UInt8.min...UInt8.max {
            for position in [0, 3, 7, 8, 15, 16, 23, 24, 30] {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 31)
                bytes[position] = byte
                #expect(HeaderNameKey(bytes.span).isToken == allowed.contains(byte))
            }
            #expect(HeaderNameKey([byte].span).isToken == allowed.contains(byte))
        }
        #expect(!HeaderNameKey("").isToken)
    }
}
