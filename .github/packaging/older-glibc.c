// glibc 2.35 gave hypotf a second version, and a program that is linked there asks for it: the only symbol above
// GLIBC_2.34 in doctor, from Swift's own library. With this one in the program it runs on Amazon Linux 2023 and Red Hat
// Enterprise Linux 9 as well. The squares of two floats and their sum are exact enough in a double for a float's result.
#include <math.h>

float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (float)sqrt((double)x * x + (double)y * y);
}
