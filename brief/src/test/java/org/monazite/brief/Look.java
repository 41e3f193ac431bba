package org.monazite.brief;

import java.nio.file.*;
import java.util.*;

public class Look { public static void main(String[] a) throws Exception {
  for (String l : List.of("en","ja")) Files.writeString(Path.of(a[0], "fixture-" + l + ".html"), Briefs.html(new World().findings(), Locale.of(l)));
}}
