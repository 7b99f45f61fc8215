/// Makes a list of what stands line by line; what is absent is left out.
///
/// An empty list does not compile: a cause without a remedy is a mistake. Each line is type-checked by itself, which one
/// large array literal is not.
@resultBuilder
enum ListBuilder<Element> {
    static func buildExpression(_ element: Element) -> [Element] { [element] }
    static func buildExpression(_ element: Element?) -> [Element] { element.map { [$0] } ?? [] }
    static func buildExpression(_ elements: [Element]) -> [Element] { elements }
    static func buildPartialBlock(first: [Element]) -> [Element] { first }
    static func buildPartialBlock(accumulated: [Element], next: [Element]) -> [Element] { accumulated + next }
}
