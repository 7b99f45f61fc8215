import Testing

@testable import SigV4

@Suite struct ConstantTimeTests {
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        ConstantTime.areEqual(left.span, right.span)
    }

    @Test func everyBitCounts() {
        for length in 0..<40 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37) }
            #expect(Self.areEqual(bytes, Array(bytes)))
            #expect(!Self.areEqual(bytes, bytes + [0]))
            for place in 0..<length {
                for bit in 0..<8 {
                    var other = bytes
                    other[place] ^= 1 << bit
                    #expect(!Self.areEqual(bytes, other))
                }
            }
        }
    }
}
