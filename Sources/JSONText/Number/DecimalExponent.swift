/// A power of ten of any size, in one normal form.
///
/// The grammar does not bound an exponent; one of thirty digits is legal and must still compare exactly.
enum DecimalExponent: Hashable {
    /// One of fewer than ``smallLimit``.
    case plain(Int)
    /// A larger one: its digits, 0 to 9 each, without leading zeros.
    case large(digits: [UInt8], isNegative: Bool)

    /// Small enough that adding the length of any text cannot overflow.
    private static let smallLimit = 1_000_000_000_000_000_000

    /// The exponent of the written digits, 0 to 9 each; none are zero.
    init(digits: [UInt8], isNegative: Bool) {
        let significant = digits.drop { $0 == 0 }
        guard significant.count <= 18 else {
            self = .large(digits: Array(significant), isNegative: isNegative)
            return
        }
        let magnitude = significant.reduce(0) { $0 * 10 + Int($1) }
        self = .plain(isNegative ? -magnitude : magnitude)
    }

    /// The exponent as a number if it is small.
    var small: Int? {
        if case .plain(let value) = self { value } else { nil }
    }

    /// The sum of the exponent and the offset of a decimal point, at most the length of a text.
    func adding(_ offset: Int) -> DecimalExponent {
        switch self {
        case .plain(let value):
            let sum = value + offset
            guard sum.magnitude >= Self.smallLimit.magnitude else { return .plain(sum) }
            return .large(digits: String(sum.magnitude).utf8.map { $0 - UInt8(ascii: "0") }, isNegative: sum < 0)
        case .large(let digits, let isNegative):
            // The magnitude has 19 digits or more, so its sign stays; work from the last digit with a carry.
            var carry = isNegative ? -offset : offset
            var result = digits
            for place in result.indices.reversed() where carry != 0 {
                let sum = Int(result[place]) + carry
                let digit = ((sum % 10) + 10) % 10
                result[place] = UInt8(digit)
                carry = (sum - digit) / 10
            }
            while carry > 0 {
                result.insert(UInt8(carry % 10), at: 0)
                carry /= 10
            }
            return DecimalExponent(digits: result, isNegative: isNegative)
        }
    }
}
