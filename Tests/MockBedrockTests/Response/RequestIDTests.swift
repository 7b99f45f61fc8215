import Testing

@testable import MockBedrock

struct RequestIDTests {
    @Test func `a request id is a version 4 UUID and depends on the bits alone`() {
        #expect(RequestID { 0 }.text == "00000000-0000-4000-8000-000000000000")
        #expect(RequestID { .max }.text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        var bits: [UInt64] = [0xFEDC_BA98_7654_3210, 0x0123_4567_89AB_CDEF]
        #expect(RequestID { bits.removeFirst() }.text == "fedcba98-7654-4210-8123-456789abcdef")
    }
}
