import CYAML

/// libyaml's parser over a text in memory.
///
/// No alias is resolved here, so that a small text stays small.
@safe
struct YAMLParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The parser reads from here until it is deleted.
    private let text: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: ``YAMLFault`` when libyaml gets no memory.
    init(_ source: Span<UInt8>) throws(YAMLFault) {
        unsafe parser = .allocate(capacity: 1)
        unsafe text = .allocate(capacity: source.count)
        // `initialize` sets every member, also where it fails; a parser that is all zero may be deleted.
        unsafe parser.initialize(to: yaml_parser_t())
        for index in source.indices { unsafe text.initializeElement(at: index, to: source[index]) }
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            throw YAMLFault(problem: "no memory to parse it", place: nil)
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe text.deallocate()
    }

    /// The next event with the place where it begins.
    ///
    /// After the end of the stream, or a fault, there is none to ask for.
    mutating func next() throws(YAMLFault) -> (event: YAMLEvent, place: CassetteNode.Place) {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { unsafe yaml_event_delete(&event) }
        return (unsafe Self.value(of: event), unsafe Self.place(event.start_mark))
    }

    private static func value(of event: yaml_event_t) -> YAMLEvent {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(of: unsafe name(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            return .scalar(
                YAMLScalar(
                    text: unsafe String(
                        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
                    anchor: unsafe name(scalar.anchor), tag: unsafe name(scalar.tag),
                    style: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted))
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return .sequenceStart(anchor: unsafe name(start.anchor), tag: unsafe name(start.tag))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return .mappingStart(anchor: unsafe name(start.anchor), tag: unsafe name(start.tag))
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe text.map { unsafe String(cString: $0) }
    }

    private static func place(_ mark: yaml_mark_t) -> CassetteNode.Place {
        CassetteNode.Place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    // MARK: Faults

    private func fault() -> YAMLFault {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "no memory to parse it"
        switch unsafe parser.pointee.error {
        // The reader gives a byte, not a place.
        case YAML_READER_ERROR:
            return YAMLFault(problem: problem, place: unsafe place(of: parser.pointee.problem_offset))
        case YAML_MEMORY_ERROR: return YAMLFault(problem: problem, place: nil)
        default: return YAMLFault(problem: problem, place: unsafe Self.place(parser.pointee.problem_mark))
        }
    }

    private func place(of offset: Int) -> CassetteNode.Place {
        var line = 1
        var column = 1
        for index in 0..<min(offset, unsafe text.count) {
            let byte = unsafe text[index]
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Bytes that go on with a character have the bits 10 at their front.
                column += 1
            }
        }
        return CassetteNode.Place(line: line, column: column)
    }
}
