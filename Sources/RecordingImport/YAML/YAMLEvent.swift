/// What a YAML document is made of, in the order of the text.
enum YAMLEvent {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(of: String)
    case scalar(YAMLScalar)
    case sequenceStart(anchor: String?, tag: String?)
    case sequenceEnd
    case mappingStart(anchor: String?, tag: String?)
    case mappingEnd
}

/// A scalar as it was written.
struct YAMLScalar {
    let text: String
    let anchor: String?
    /// The tag in full, `tag:yaml.org,2002:binary` for `!!binary`; nil where none was written.
    let tag: String?
    let style: Style

    enum Style {
        /// Without quotes: the text decides what it means.
        case plain
        /// In quotes, or a block.
        case quoted
    }
}

/// A text that is not YAML.
struct YAMLFault: Error {
    let problem: String
    let place: CassetteNode.Place?
}
