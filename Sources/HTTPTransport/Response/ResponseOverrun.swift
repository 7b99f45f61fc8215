/// What there is too much of in a response that is not taken to its end.
enum ResponseOverrun {
    /// The body, where it is collected.
    case body
    /// Header fields, those of informational heads and the trailers included.
    case fields
    /// The chunked coding around the body: its extensions are skipped, and would be for ever.
    case framing
}
