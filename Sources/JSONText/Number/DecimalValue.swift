/// The exact value of a number's spelling, in one normal form: `± 0.DIGITS × 10^exponent`.
///
/// The digits have no zero at either end, so two spellings of one value give the same form. Nothing is expanded:
/// `1e999999999` takes as little memory as `1`.
struct DecimalValue: Hashable {
    /// False for zero, whatever its sign.
    let isNegative: Bool
    /// The significant digits, 0 to 9 each; empty for zero.
    let digits: [UInt8]
    let exponent: DecimalExponent

    /// The value of a spelling that keeps the grammar.
    init(_ literal: String) {
        var negative = false
        var digits: [UInt8] = []
        var wholeDigits = 0
        var inFraction = false
        var written: [UInt8] = []
        var exponentIsNegative = false
        var inExponent = false
        for byte in literal.utf8 {
            switch byte {
            case UInt8(ascii: "-"):
                if inExponent { exponentIsNegative = true } else { negative = true }
            case UInt8(ascii: "."): inFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): inExponent = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if inExponent {
                    written.append(byte - UInt8(ascii: "0"))
                } else {
                    digits.append(byte - UInt8(ascii: "0"))
                    if !inFraction { wholeDigits += 1 }
                }
            default: break
            }
        }
        guard let first = digits.firstIndex(where: { $0 != 0 }), let last = digits.lastIndex(where: { $0 != 0 }) else {
            self.isNegative = false
            self.digits = []
            self.exponent = DecimalExponent(digits: [], isNegative: false)
            return
        }
        self.isNegative = negative
        self.digits = Array(digits[first...last])
        self.exponent = DecimalExponent(digits: written, isNegative: exponentIsNegative).adding(wholeDigits - first)
    }

    /// The value if it is a whole number that 64 bits hold.
    var int64: Int64? {
        guard !digits.isEmpty else { return 0 }
        guard let length = exponent.small, length >= digits.count, length <= 19 else { return nil }
        var value: Int64 = 0
        for place in 0..<length {
            let digit = Int64(place < digits.count ? digits[place] : 0)
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }
}
