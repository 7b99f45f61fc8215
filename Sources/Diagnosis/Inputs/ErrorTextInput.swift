/// A text that is no log: an error body, or what a program said.
enum ErrorTextInput {
    static func kind(_ text: InputText) -> InputKind {
        let first = text.bytes[...].trimmed.first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
            ? .errorBody : .errorText
    }

    static func exchanges(_ text: InputText) -> [ObservedExchange] {
        let first = text.lines.first { !$0.bytes.isBlank }
        return [ObservedExchange(line: first?.number, message: text.bytes[...].trimmed.text)]
    }
}
