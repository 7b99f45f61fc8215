import SigV4
import TestSupport
import WireText

/// Seeded randomness, and the odd pieces that requests are made of.
struct Generator: RandomNumberGenerator {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    static let tokenCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="

    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ oneIn: Int) -> Bool { number(in: 1...oneIn) == 1 }

    mutating func pick<T>(_ choices: [T]) -> T { choices[number(in: 0...(choices.count - 1))] }

    mutating func bytes(upTo count: Int) -> [UInt8] {
        (0..<number(in: 0...count)).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    mutating func text(length: ClosedRange<Int>, from characters: String) -> String {
        let choices = Array(characters)
        return String((0..<number(in: length)).map { _ in pick(choices) })
    }

    /// A path from pieces that have tripped signers.
    ///
    /// `escapedOnly` has every reserved byte encoded, as S3's clients send.
    mutating func path(escapedOnly: Bool, plain: Bool) -> String {
        var pieces = ["model", "a", "%2F", "%3A", "%20", "%C3%A9", "v1", "-", "_", ".x", "~", "%25", "%2B", "/"]
        if !escapedOnly {
            pieces += [
                ":", "+", "=", "@", "!", "'", "(", ")", "*", ",", ";", "$", "&", "é", "ሴ", "%zz", "%", "%3a", " x",
            ]
        }
        if !plain {
            pieces += ["/", "//", "/./", "/../", "/..", "/.", "..", "%2e"].filter { !escapedOnly || $0 != "%2e" }
        }
        return "/" + (0..<number(in: 0...12)).map { _ in pick(pieces) }.joined()
    }

    /// A query whose names and values are in their canonical spelling: botocore signs a query as it is written.
    mutating func query(uniqueNames: Bool) -> String {
        let pieces = ["a", "B", "k", "1", "-", "_", ".", "~", "%20", "%2B", "%2F", "%3D", "%26", "%E1%88%B4", "%C3%A9"]
        var pairs: [String] = []
        for index in 0..<pick([0, 0, 1, 2, 5, 9]) {
            var name = (0..<number(in: 1...3)).map { _ in pick(pieces) }.joined()
            if uniqueNames { name += "\(index)" }
            let value = (0..<number(in: 0...3)).map { _ in pick(pieces) }.joined()
            pairs.append(value.isEmpty && chance(2) ? name : "\(name)=\(value)")
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Headers, some repeated, some that are not to be signed.
    mutating func headers(plain: Bool) -> [HeaderField] {
        let names = [
            "Content-Type", "Accept", "X-Amz-Meta-A", "x-amz-meta-a-b", "X-Amz-Target", "my-header1", "My-Header1",
            "MY-HEADER12", "amz-sdk-invocation-id", "zz", "User-Agent", "Expect", "X-Amzn-Trace-Id", "Connection",
            "Content-Length", "x-api-version",
        ]
        let words = ["value", "a", "b,c", "\"quoted  text\"", "é", "1;q=0.5", "=", "ä ö"]
        let spaces = plain ? [" "] : [" ", "  ", "\t", " \t  "]
        return (0..<number(in: 0...9)).map { _ in
            var value = (0..<number(in: plain ? 1...3 : 0...4)).map { _ in pick(words) }.joined(separator: pick(spaces))
            if !plain, chance(3) { value = pick(spaces) + value + pick(spaces) }
            return HeaderField(pick(names), value)
        }
    }
}
