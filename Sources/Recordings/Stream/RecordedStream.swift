public import EventStream

/// What a streamed body says: its messages, derived from the recorded bytes, and how it ends.
///
/// The bytes are the recording; this is a view of them and is never stored.
public struct RecordedStream: Sendable, Hashable {
    /// A message with its place and its time.
    public struct Frame: Sendable, Hashable {
        /// Headers and payload.
        public let message: EventStreamMessage
        /// The bytes of the frame in the stream.
        public let range: Range<Int>
        /// When its last byte arrived, in milliseconds after the first byte of the response.
        public let milliseconds: Double
    }

    /// How the bytes end.
    public enum Ending: Sendable, Hashable {
        /// With the last byte of a frame.
        case whole
        /// Inside a frame: the stream broke off, or its recording did.
        case cut(EventStreamError)
        /// With bytes that are not a frame; nothing after them can be read.
        case damaged(EventStreamError)
    }

    /// The messages, in order, up to the end or the damage.
    public let frames: [Frame]
    /// How the bytes end.
    public let ending: Ending

    /// Decodes recorded chunks.
    public init(_ chunks: [StreamChunk]) {
        var decoder = EventStreamDecoder()
        var frames: [Frame] = []
        do throws(EventStreamError) {
            for chunk in chunks {
                decoder.feed(chunk.bytes)
                var start = decoder.offset
                while let message = try decoder.next() {
                    let end = decoder.offset
                    frames.append(Frame(message: message, range: start..<end, milliseconds: chunk.milliseconds))
                    start = end
                }
            }
        } catch {
            self.frames = frames
            ending = .damaged(error)
            return
        }
        self.frames = frames
        do throws(EventStreamError) {
            try decoder.finish()
            ending = .whole
        } catch {
            ending = .cut(error)
        }
    }
}
