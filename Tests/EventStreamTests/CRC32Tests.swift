import EventStream
import Testing

/// CRC-32 against its published check value and its definition.
@Suite struct CRC32Tests {
    /// The definition, one bit at a time.
    private func bitwise(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
        }
        return ~crc
    }

    @Test func `the check value of the catalogue`() {
        #expect(CRC32.checksum(Array("123456789".utf8).span) == 0xCBF4_3926)
        #expect(CRC32.checksum([UInt8]().span) == 0)
    }

    @Test(arguments: Array(0...70) + [1000, 4097])
    func `every length and every cut agree with the definition`(length: Int) {
        var random = SeededGenerator(UInt64(length))
        let bytes = random.bytes(length)
        let expected = bitwise(bytes)
        #expect(CRC32.checksum(bytes.span) == expected)
        for cut in stride(from: 0, through: length, by: max(length / 40, 1)) {
            var crc = CRC32()
            crc.update(Array(bytes[..<cut]).span)
            crc.update(Array(bytes[cut...]).span)
            #expect(crc.value == expected)
        }
    }
}
