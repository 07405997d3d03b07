/// The agenda pack (안건 자료): a meeting's agenda and its annexes as one paper.
@NullMarked
package org.onmaru.server.hall.agenda.pack;

import org.jspecify.annotations.NullMarked;
