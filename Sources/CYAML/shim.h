// The system's libyaml, whose parser gives a document as events. The Swift package around it would bring all of
// Foundation, and with it ICU: 34 MB in a binary that carries its own libraries.
#include <yaml.h>
