import SigV4
import Testing

@testable import MockBedrock

struct HTTPDateTests {
    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),  // The example of RFC 9110, section 5.6.7.
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (1_795_341_600, "Sun, 22 Nov 2026 10:00:00 GMT"),
        (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
    ])
    func `a time is written as an IMF-fixdate`(seconds: Int64, text: String) {
        #expect(HTTPDate.text(SigningTime(unixSeconds: seconds)) == text)
    }

    @Test func `a request id is a version 4 UUID and depends on the bits alone`() {
        #expect(RequestID { 0 }.text == "00000000-0000-4000-8000-000000000000")
        #expect(RequestID { .max }.text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        var bits: [UInt64] = [0xFEDC_BA98_7654_3210, 0x0123_4567_89AB_CDEF]
        #expect(RequestID { bits.removeFirst() }.text == "fedcba98-7654-4210-8123-456789abcdef")
    }
}
