/// What a rule that matches requests says of a part of them.
enum Matched<Value> {
    /// Its value.
    case exact(Value)
    /// A rule that many values fit, in a few words.
    case pattern(String)
}
