/// Follows the bytes that leave on a connection and finds where the head ends and the body begins.
struct OutgoingLog {
    private(set) var head: [UInt8] = []
    private(set) var bodyCount = 0
    private(set) var isHeadComplete = false

    /// Adds bytes in the order in which they left.
    mutating func append(_ bytes: [UInt8]) {
        guard !isHeadComplete else {
            bodyCount += bytes.count
            return
        }
        let start = max(head.count - 3, 0)
        head += bytes
        for index in stride(from: start, through: head.count - 4, by: 1)
        where head[index] == 13 && head[index + 1] == 10 && head[index + 2] == 13
            && head[index + 3] == 10
        {
            isHeadComplete = true
            bodyCount = head.count - (index + 4)
            head.removeLast(bodyCount)
            return
        }
    }

    /// Adds body bytes by their number only.
    mutating func appendBody(count: Int) { bodyCount += count }
}
