import SystemPackage

extension FileDescriptor {
    /// What is read from here to the end, whatever kind of file this is.
    ///
    /// - Parameter limit: The most bytes to take. What comes behind them stays unread, and a cancelled task stops
    ///   reading: a pipe or a device may have no end.
    func readToEnd(upTo limit: Int = .max) throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        // Of a file that says how large it is nothing need be moved when there is more.
        if let size = try? stat().size { bytes.reserveCapacity(min(Int(size), limit)) }
        try readPieces(upTo: limit) { bytes += $0 }
        return bytes
    }

    /// The same in pieces, for what need not be kept.
    func readPieces(upTo limit: Int, _ take: ([UInt8]) -> Void) throws(Errno) {
        var count = 0
        while count < limit, !Task.isCancelled {
            let piece = try readChunk(upTo: min(limit - count, 1 << 16))
            if piece.isEmpty { break }
            count += piece.count
            take(piece)
        }
    }

    /// The next bytes; none at the end.
    private func readChunk(upTo size: Int) throws(Errno) -> [UInt8] {
        do {
            // The one place where the system writes into memory of ours.
            return try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                count = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}
