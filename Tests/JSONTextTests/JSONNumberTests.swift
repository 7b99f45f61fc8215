import JSONText
import Testing

@Suite struct JSONNumberTests {
    @Test(
        "Spellings of one value are equivalent, and hash alike",
        arguments: [
            ["1", "1.0", "1e0", "10e-1", "0.1e1", "1000000000000000000000e-21", "1E+00"],
            ["0", "-0", "0.0", "-0e99", "0e999999999999999999999999999"],
            ["1e400", "10e399", "0.001e403", "1" + String(repeating: "0", count: 400)],
            ["9223372036854775807", "9223372036854775807.0", "9.223372036854775807e18"],
            ["-9223372036854775808", "-922337203685477580.8e1"],
            ["18446744073709551616", "1.8446744073709551616E19"],
            ["1e-05", "0.00001", "0.1e-4"],
            ["1e999999999", "10e999999998", "0.1e1000000000"],
            ["1e1000000000000000000000000000000", "10e999999999999999999999999999999"],
            ["1e-1000000000000000000000000000000", "0.1e-999999999999999999999999999999"],
            ["12e-1000000000000000000", "0.12e-999999999999999998"],
            ["12e1000000000000000000", "120e999999999999999999", "0.12e1000000000000000002"],
        ])
    func equivalent(_ spellings: [String]) throws {
        let numbers = try spellings.map { try #require(JSONNumber(literal: $0)) }
        for left in numbers {
            for right in numbers {
                #expect(left.isEquivalent(to: right), "\(left) and \(right)")
                #expect(JSONMeaning(.number(left)).hashValue == JSONMeaning(.number(right)).hashValue)
                #expect((left == right) == (left.literal == right.literal))
            }
        }
    }

    @Test(
        "Different values are not equivalent, however near",
        arguments: [
            ("1", "-1"), ("1", "10"), ("9223372036854775807", "9223372036854775808"),
            ("9007199254740993", "9007199254740992"), ("0.1", "0.1000000000000000055511151231257827"),
            ("1e400", "1e401"), ("1e400", "-1e400"), ("1e999999999", "1e999999998"),
            ("1e1000000000000000000000000000000", "1e1000000000000000000000000000001"),
            ("1e1000000000000000000000000000000", "1e-1000000000000000000000000000000"),
            ("1e99999999999999999999", "1e9999999999999999999"), ("0", "1e-400"),
        ])
    func different(_ left: String, _ right: String) throws {
        let left = try #require(JSONNumber(literal: left))
        let right = try #require(JSONNumber(literal: right))
        #expect(!left.isEquivalent(to: right))
        #expect(!right.isEquivalent(to: left))
    }

    @Test(
        "The 64-bit integer is given exactly or not at all",
        arguments: [
            ("1", 1), ("-7", -7), ("1.0", 1), ("1e3", 1000), ("1200e-2", 12), ("-0", 0), ("0e5", 0),
            ("9223372036854775807", Int64.max), ("9223372036854775807.000", Int64.max),
            ("-9223372036854775808", Int64.min), ("-9223372036854775808e0", Int64.min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1e19", nil), ("1.5", nil),
            ("1e-1", nil), ("1e999999999999999999999", nil), ("1e-999999999999999999999", nil),
        ] as [(String, Int64?)])
    func int64(_ literal: String, _ value: Int64?) throws {
        #expect(try #require(JSONNumber(literal: literal)).int64 == value)
    }

    @Test(arguments: ["", "+1", "01", ".5", "1.", "1e", "1e+", "NaN", "Infinity", "0x1", "1 ", " 1", "1_0", "--1", "-"])
    func `what is no JSON number is refused`(_ literal: String) {
        #expect(JSONNumber(literal: literal) == nil)
    }

    @Test func `a Double is spelt as short as reads back`() throws {
        for value in [0.1, 1e-05, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 1e20, 123456.789, 1 / 3.0] {
            let number = try #require(JSONNumber(value))
            #expect(number.double.bitPattern == value.bitPattern)
            #expect(JSONNumber(literal: number.literal) != nil)
        }
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(-Double.infinity) == nil)
        #expect(try #require(JSONNumber(literal: "1e400")).double == .infinity)
    }
}
