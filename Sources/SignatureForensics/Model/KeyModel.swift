import SigV4
import WireText

/// How a signer derives the signing key; as it stands, it does so rightly.
struct KeyModel: Sendable, Equatable {
    enum Chain: Sendable, Hashable {
        case standard
        /// Key and message change places at each step.
        case swapped
        /// The steps are taken, but the last one is left out.
        case withoutTerminator
        case regionBeforeDate
        case serviceBeforeRegion
        /// `AWS4` and the secret sign without any derivation.
        case none
        /// One HMAC over the whole scope, with this between its parts.
        case once(separator: String)
        /// HMAC with another digest than SHA-256.
        case other(OtherDigest)
    }

    /// What becomes of a step's bytes where a language takes them for text.
    enum Passage: Sendable, Hashable {
        case hexadecimal, base64
        /// Each byte as a letter, written in UTF-8: a "binary string" of JavaScript or Ruby.
        case letters
        /// What is no UTF-8 replaced by U+FFFD.
        case repaired
        /// Up to the first byte of zero, as a string of C ends there.
        case untilZero

        func passed(_ bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .hexadecimal: Hexadecimal.encode(bytes)
            case .base64: Base64.encode(bytes)
            case .letters: bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
            case .repaired: Array(String(decoding: bytes, as: UTF8.self).utf8)
            case .untilZero: Array(bytes.prefix { $0 != 0 })
            }
        }
    }

    var secret: [UInt8]
    var prefix = Array("AWS4".utf8)
    /// What stands behind the secret; rightly nothing.
    var suffix: [UInt8] = []
    var date: [UInt8]
    var region: [UInt8]
    var service: [UInt8]
    var terminator = Array(CredentialScope.terminator.utf8)
    var chain = Chain.standard
    /// What each step's result becomes before it is the next key; rightly it stays as it is.
    var passage: Passage?
    /// What the last result becomes before it signs.
    var lastPassage: Passage?

    /// The key, ready to sign.
    var key: HMACKey {
        let seed = prefix + secret + suffix
        let steps: [[UInt8]] =
            switch chain {
            case .standard, .swapped, .other: [date, region, service, terminator]
            case .withoutTerminator: [date, region, service]
            case .regionBeforeDate: [region, date, service, terminator]
            case .serviceBeforeRegion: [date, service, region, terminator]
            case .once(let separator):
                [Array([date, region, service, terminator].joined(separator: Array(separator.utf8)))]
            case .none: []
            }
        var last = seed
        for step in steps {
            last =
                switch chain {
                case .swapped: HMACKey(step.span).authenticate(last.span).bytes
                case .other(let digest): digest.authenticate(last, step)
                default: HMACKey(last.span).authenticate(step.span).bytes
                }
            if let passage { last = passage.passed(last) }
        }
        if let lastPassage { last = lastPassage.passed(last) }
        return HMACKey(last.span)
    }
}
