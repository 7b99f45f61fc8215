import SigV4
import WireText

extension SignedTexts {
    /// The texts as their signer would have made them at the time of another account, where that is of another attempt.
    ///
    /// People print what they sign in one run and paste the refusal of another: times that are seconds or days apart say nothing
    /// then, and what differs besides does. Where no two times are found, or the two agree, the texts stay as they are.
    package func atTime(of other: SignedTexts?) -> SignedTexts {
        guard let other, let mine = Self.time(canonicalRequest.bytes),
            let theirs = Self.time(other.canonicalRequest.bytes), mine != theirs,
            // Of one attempt are clocks that were read twice.
            let one = SigningTime(amzDate: mine), let two = SigningTime(amzDate: theirs),
            abs(one.unixSeconds - two.unixSeconds) > Self.readings
        else { return self }
        let text = Self.replacing(mine, with: theirs, in: canonicalRequest.bytes)
        return SignedTexts(canonicalRequest: CanonicalRequest(bytes: text), stringToSign: nil)
    }

    /// Seconds between two readings of a clock within one attempt.
    private static let readings: Int64 = 2

    /// The value of the line `x-amz-date:` of a canonical request.
    private static func time(_ text: [UInt8]) -> String? {
        let label = Array("x-amz-date:".utf8)
        guard let line = text.split(separator: 0x0A).first(where: { $0.starts(with: label) }) else { return nil }
        return String(decoding: line.dropFirst(label.count), as: UTF8.self)
    }

    private static func replacing(_ old: String, with new: String, in text: [UInt8]) -> [UInt8] {
        guard let found = text.firstRange(of: Array(old.utf8)) else { return text }
        return text[..<found.lowerBound] + Array(new.utf8) + text[found.upperBound...]
    }
}
